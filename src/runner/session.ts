/** One run, from the host's side: its worker, its limits, and what goes back and forth. */

import type { BackendHandler } from './backend.ts';
import { defer } from './deferred.ts';
import { DEFAULT_HEARTBEAT, DEFAULT_TIMEOUT, MESSAGES_PER_BEAT, OPEN_PROMPTS, START_LIMIT } from './limits.ts';
import { Meter } from './meter.ts';
import type { RunError, RunOutcome } from './outcome.ts';
import type { RunnerPage } from './page.ts';
import type { Run, RunRequest } from './program.ts';
import { readWorkerMessage, type HostToWorker, type WorkerConsoleEntry, type WorkerToHost } from './protocol.ts';
import { Pulse } from './pulse.ts';
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
  readonly #openPage: () => RunnerPage;
  readonly #handle: BackendHandler;
  #desk: RequestDesk | undefined;
  #page: RunnerPage | undefined;
  #port: MessagePort | undefined;
  #startTimer: ReturnType<typeof setTimeout> | undefined;
  #questions: Promise<void> = Promise.resolve();
  #openQuestions = 0;
  #messages = 0;
  #isStarted = false;
  #isOver = false;
  #isCut = false;

  constructor(request: RunRequest, handle: BackendHandler, openPage: () => RunnerPage) {
    this.#request = request;
    this.#handle = handle;
    this.#openPage = openPage;
    this.finished = this.#outcome.promise;
    this.#limit = new Stopwatch(request.timeout ?? DEFAULT_TIMEOUT, () => this.#finish({ status: 'timeout' }));
    this.#pulse = new Pulse(request.heartbeat ?? DEFAULT_HEARTBEAT, {
      beat: () => {
        this.#messages = 0;
        this.#send({ type: 'ping' });
      },
      lost: () => this.#finish({ status: 'unresponsive' }),
    });
    void this.#start();
  }

  stop(): void {
    this.#finish({ status: 'stopped' });
  }

  async #start(): Promise<void> {
    const { app } = this.#request;
    try {
      this.#desk = new RequestDesk(app?.serverURL ?? DEFAULT_SERVER, this.#handle, {
        answered: (id, response) =>
          this.#send(response ? { type: 'response', id, response } : { type: 'response', id }),
        done: (exchange) => this.#tell(() => this.#request.onRequest?.(exchange)),
        refused: (message) => this.#print({ level: 'warn', values: [{ type: 'string', value: message, more: 0 }] }),
      });
      const page = this.#openPage();
      this.#page = page;
      await page.ready;
      if (this.#isOver) return;
      page.onFailure = (message) => this.#lost(message);
      const { port1, port2 } = new MessageChannel();
      this.#port = port1;
      port1.addEventListener('message', (event: MessageEvent<unknown>) => this.#receive(event.data));
      port1.start();
      this.#startTimer = setTimeout(() => this.#lost('The browser did not start the program.'), START_LIMIT);
      page.start(port2);
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
        this.#desk?.take(message.id, message.request);
        break;
      case 'abort':
        this.#desk?.abort(message.id);
        break;
      case 'prompt':
        this.#ask(message.id, message.message);
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
    const value = 'The program printed too much. What follows is not shown.';
    this.#print({ level: 'warn', values: [{ type: 'string', value, more: 0 }] });
  }

  #print({ level, values, time = Date.now() }: Omit<WorkerConsoleEntry, 'time'> & { time?: number }): void {
    this.#tell(() => this.#request.onConsole?.({ level, values, text: renderEntry(values), time }));
  }

  /** Questions are put one after the other, and the time a person takes to answer is not the program's. */
  #ask(id: number, message: string): void {
    if (this.#openQuestions >= OPEN_PROMPTS) {
      this.#send({ type: 'answer', id, text: null });
      return;
    }
    this.#openQuestions += 1;
    this.#limit.pause();
    this.#questions = this.#put(this.#questions, id, message);
  }

  async #put(before: Promise<void>, id: number, message: string): Promise<void> {
    await before;
    if (this.#isOver) return;
    let text: string | null = null;
    try {
      text = (await this.#request.onPrompt?.(message)) ?? null;
    } catch (error) {
      reportError(error);
    }
    this.#openQuestions -= 1;
    if (this.#isOver) return;
    if (this.#openQuestions === 0) this.#limit.start();
    this.#send({ type: 'answer', id, text });
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
    this.#desk?.close();
    if (this.#port) {
      this.#port.close();
      this.#page?.end();
    }
    if (this.#page) this.#page.onFailure = () => {};
    this.#outcome.resolve(outcome);
  }
}
