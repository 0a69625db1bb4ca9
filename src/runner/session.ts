/** One run, from the host's side: its worker, its limits, and what goes back and forth. */

import type { BackendHandler } from './backend.ts';
import { defer } from './deferred.ts';
import { DEFAULT_HEARTBEAT, DEFAULT_TIMEOUT, MESSAGES_PER_BEAT, START_LIMIT } from './limits.ts';
import { Meter } from './meter.ts';
import type { RunError, RunOutcome } from './outcome.ts';
import type { Workshop } from './page.ts';
import type { Run, RunRequest } from './program.ts';
import { readWorkerMessage, type HostToWorker, type WorkerConsoleEntry, type WorkerToHost } from './protocol.ts';
import { Pulse } from './pulse.ts';
import { QuestionDesk } from './question-desk.ts';
import { renderEntry } from './render.ts';
import { RequestDesk } from './request-desk.ts';
import { Stopwatch } from './stopwatch.ts';

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
      waiting: (isWaiting) => (isWaiting ? this.#limit.pause() : this.#limit.start()),
    });
    void this.#start(handle, openWorkshop);
  }

  stop(): void {
    this.#finish({ status: 'stopped' });
  }

  async #start(handle: BackendHandler, openWorkshop: () => Workshop): Promise<void> {
    const { app } = this.#request;
    try {
      this.#requests = new RequestDesk(app?.serverURL ?? DEFAULT_SERVER, handle, {
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
        break;
      case 'request':
        this.#requests?.take(message.id, message.request);
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
      program: { javascript, deviceToken, ...(entry && { entry }), ...(device && { device }), ...(app && { app }) },
    });
    this.#limit.start();
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

/** What the runner itself has to say in the program's console. */
function warning(message: string): WorkerConsoleEntry {
  return { level: 'warn', values: [{ type: 'string', value: message, more: 0 }], time: Date.now() };
}
