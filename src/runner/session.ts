/** One run, from the host's side: its worker, its limits, and what goes back and forth. */

import type { BackendHandler } from './backend.ts';
import { defer } from './deferred.ts';
import { DEFAULT_HEARTBEAT, DEFAULT_TIMEOUT, LONGEST_DELAY, MESSAGES_PER_BEAT, START_LIMIT } from './limits.ts';
import { Meter } from './meter.ts';
import type { RunError, RunOutcome } from './outcome.ts';
import type { Workshop } from './page.ts';
import type { Run, RunApp, RunRequest } from './program.ts';
import { readWorkerMessage, type HostToWorker, type WorkerConsoleEntry, type WorkerToHost } from './protocol.ts';
import { Pulse } from './pulse.ts';
import { QuestionDesk } from './question-desk.ts';
import { renderEntry } from './render.ts';
import { RequestDesk } from './request-desk.ts';
import { Stopwatch } from './stopwatch.ts';
import type { Scope } from './value.ts';

/** The server that the SDK turns to when nobody names one. */
const DEFAULT_SERVER = 'https://api.backendless.com';

export class Session implements Run {
  readonly finished: Promise<RunOutcome>;

  readonly #request: RunRequest;
  readonly #outcome = defer<RunOutcome>();
  readonly #pulse: Pulse;
  readonly #limit: Stopwatch;
  readonly #meter = new Meter();
  readonly #questions: QuestionDesk;
  #requests: RequestDesk | undefined;
  #workshop: Workshop | undefined;
  #port: MessagePort | undefined;
  #startTimer: ReturnType<typeof setTimeout> | undefined;
  #messages = 0;
  #isStarted = false;
  #isOver = false;
  #isCut = false;
  #isPaused: boolean;
  /** Milliseconds for which the program is held at each statement. */
  #delay: number;
  /** What the worker was told last. */
  #isHolding: boolean;
  /** Where the program is held now, and under which number. */
  #held: { id: number; blockId: string } | undefined;
  #delayTimer: ReturnType<typeof setTimeout> | undefined;
  /** A question waits for a person. */
  #isAsking = false;

  constructor(request: RunRequest, handle: BackendHandler, openWorkshop: () => Workshop) {
    this.#request = request;
    this.finished = this.#outcome.promise;
    this.#limit = new Stopwatch(request.timeout ?? DEFAULT_TIMEOUT, () => this.#finish({ status: 'timeout' }));
    this.#pulse = new Pulse(request.heartbeat ?? DEFAULT_HEARTBEAT, {
      beat: () => {
        this.#messages = 0;
        this.#send({ type: 'ping' });
      },
      lost: () => this.#finish({ status: 'unresponsive' }),
    });
    this.#questions = new QuestionDesk({
      ask: async (message) => (await request.onPrompt?.(message)) ?? null,
      answered: (id, text) => this.#send({ type: 'answer', id, text }),
      // The time that a person takes is not the program's.
      waiting: (isWaiting) => {
        this.#isAsking = isWaiting;
        this.#time();
      },
    });
    this.#isPaused = request.isPaused ?? false;
    this.#delay = readDelay(request.delay ?? 0);
    this.#isHolding = this.#wantsHold;
    void this.#start(handle, openWorkshop);
  }

  stop(): void {
    this.#finish({ status: 'stopped' });
  }

  pause(): void {
    if (this.#isOver || this.#isPaused) return;
    this.#isPaused = true;
    clearTimeout(this.#delayTimer);
    this.#time();
    this.#pace();
    this.#tellPause();
  }

  resume(): void {
    if (this.#isOver || !this.#isPaused) return;
    this.#isPaused = false;
    this.#tell(() => this.#request.onResume?.());
    this.#pace();
    this.#release();
  }

  step(): void {
    if (this.#isPaused) this.#release();
    else this.pause();
  }

  setDelay(milliseconds: number): void {
    this.#delay = readDelay(milliseconds);
    if (this.#isOver) return;
    this.#pace();
    if (this.#held && !this.#isPaused) this.#wait();
  }

  get #wantsHold(): boolean {
    return this.#isPaused || this.#delay > 0;
  }

  /** Tells the worker whether to hold at statements, if that has changed. */
  #pace(): void {
    const isHolding = this.#wantsHold;
    if (!this.#isStarted || isHolding === this.#isHolding) return;
    this.#isHolding = isHolding;
    this.#send({ type: 'hold', isHolding });
  }

  /** The program is held. */
  #hold(id: number, blockId: string, scope: Scope): void {
    this.#held = { id, blockId };
    this.#time();
    this.#tell(() => this.#request.onTrace?.(blockId));
    this.#tellScope(scope, true);
    if (this.#isPaused) this.#tellPause();
    else this.#wait();
  }

  #tellScope(scope: Scope | undefined, isHeld: boolean): void {
    if (scope) this.#tell(() => this.#request.onScope?.(scope, isHeld));
  }

  #tellPause(): void {
    const { blockId } = this.#held ?? {};
    if (blockId !== undefined) this.#tell(() => this.#request.onPause?.(blockId));
  }

  /** Lets the program go on once its time at this statement is over. */
  #wait(): void {
    clearTimeout(this.#delayTimer);
    if (this.#delay > 0) this.#delayTimer = setTimeout(() => this.#release(), this.#delay);
    else this.#release();
  }

  #release(): void {
    if (!this.#held) return;
    const { id } = this.#held;
    this.#held = undefined;
    clearTimeout(this.#delayTimer);
    this.#send({ type: 'step', id });
    this.#time();
  }

  /** Only what the program itself takes counts for its limit: not what a person takes, nor what it is held for. */
  #time(): void {
    if (!this.#isStarted || this.#isOver) return;
    if (this.#isAsking || this.#isPaused || this.#held) this.#limit.pause();
    else this.#limit.start();
  }

  async #start(handle: BackendHandler, openWorkshop: () => Workshop): Promise<void> {
    const { app } = this.#request;
    try {
      this.#requests = new RequestDesk(serverOf(app), handle, {
        answered: (id, response) =>
          this.#send(response ? { type: 'response', id, response } : { type: 'response', id }),
        done: (exchange) => this.#tell(() => this.#request.onRequest?.(exchange)),
        refused: (message) => this.#takeEntry(warning(message)),
      });
      const workshop = openWorkshop();
      this.#workshop = workshop;
      await workshop.ready;
      if (this.#isOver) return;
      workshop.onFailure = (message) => this.#lost(message);
      const { port1, port2 } = new MessageChannel();
      this.#port = port1;
      port1.addEventListener('message', (event: MessageEvent<unknown>) => this.#receive(event.data));
      port1.start();
      this.#startTimer = setTimeout(() => this.#lost('The browser did not start the program.'), START_LIMIT);
      workshop.start(port2);
    } catch (error) {
      this.#lost(error instanceof Error ? error.message : String(error));
    }
  }

  #receive(data: unknown): void {
    if (this.#isOver) return;
    this.#messages += 1;
    if (this.#messages > MESSAGES_PER_BEAT) {
      this.#lost('The program sent more messages than a program can need.');
      return;
    }
    const message = readWorkerMessage(data);
    if (message && (this.#isStarted || message.type === 'ready')) this.#act(message);
  }

  #act(message: WorkerToHost): void {
    switch (message.type) {
      case 'ready':
        this.#run();
        break;
      case 'pong':
        this.#pulse.answer();
        break;
      case 'console':
        for (const entry of message.entries) this.#takeEntry(entry);
        break;
      case 'cut':
        this.#cut();
        break;
      case 'trace':
        for (const blockId of message.blockIds) this.#tell(() => this.#request.onTrace?.(blockId));
        this.#tellScope(message.scope, false);
        break;
      case 'held':
        this.#hold(message.id, message.blockId, message.scope);
        break;
      case 'request':
        this.#requests?.take(message.id, message.request, message.blockId);
        break;
      case 'abort':
        this.#requests?.abort(message.id);
        break;
      case 'prompt':
        this.#questions.take(message.id, message.message);
        break;
      case 'end':
        this.#finish(message.error ? { status: 'failed', error: message.error } : { status: 'done' });
        break;
    }
  }

  /** Hands the program to a worker that is ready for it. From here on its time counts. */
  #run(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    clearTimeout(this.#startTimer);
    const { javascript, entry, deviceToken = '', device, app } = this.#request;
    this.#send({
      type: 'run',
      program: {
        javascript,
        deviceToken,
        ...(entry && { entry }),
        ...(device && { device }),
        ...(app && { app }),
        isHolding: this.#wantsHold,
      },
    });
    this.#isHolding = this.#wantsHold;
    this.#time();
    this.#pulse.start();
  }

  #takeEntry(entry: WorkerConsoleEntry): void {
    if (this.#meter.admit(entry.values)) this.#print(entry);
    else this.#cut();
  }

  #cut(): void {
    if (this.#isCut) return;
    this.#isCut = true;
    this.#print(warning('The program printed too much. What follows is not shown.'));
  }

  #print(entry: WorkerConsoleEntry): void {
    this.#tell(() => this.#request.onConsole?.({ ...entry, text: renderEntry(entry.values) }));
  }

  #send(message: HostToWorker): void {
    this.#port?.postMessage(message);
  }

  /** Calls the host; an error in its code is the host's, and the run goes on. */
  #tell(call: () => void): void {
    if (this.#isOver) return;
    try {
      call();
    } catch (error) {
      reportError(error);
    }
  }

  /** The run could not begin, or cannot go on, for no fault of the program's code. */
  #lost(message: string): void {
    const error: RunError = { name: 'RunnerError', message };
    this.#finish({ status: 'failed', error });
  }

  #finish(outcome: RunOutcome): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#startTimer);
    clearTimeout(this.#delayTimer);
    this.#limit.pause();
    this.#pulse.stop();
    this.#requests?.close();
    this.#questions.close();
    if (this.#port) {
      this.#port.close();
      this.#workshop?.end();
    }
    if (this.#workshop) this.#workshop.onFailure = () => {};
    this.#outcome.resolve(outcome);
  }
}

function serverOf(app: RunApp | undefined): string {
  if (!app) return DEFAULT_SERVER;
  return 'domain' in app ? app.domain : app.serverURL;
}

/** A time to wait: none where it is no number, and never one that timers cannot tell. */
function readDelay(milliseconds: number): number {
  return milliseconds > 0 ? Math.min(milliseconds, LONGEST_DELAY) : 0;
}

/** What the runner itself has to say in the program's console. */
function warning(message: string): WorkerConsoleEntry {
  return { level: 'warn', values: [{ type: 'string', value: message, more: 0 }], time: Date.now() };
}
