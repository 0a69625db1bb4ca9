/** The worker of one run: takes a program from the host, runs it, and says how it ended. */

import { isObject } from '../check.ts';
import { linkProgram } from '../link.ts';
import type { RunError } from '../outcome.ts';
import type { HostToWorker, PageToWorker, WorkerProgram } from '../protocol.ts';
import { createTaskQueue, openChannel, removeGlobals, type Channel } from './channel.ts';
import { explain } from './failure.ts';
import { installConsole, Output } from './output.ts';
import { PromptLine } from './prompts.ts';
import { createRequestClass, RequestLine } from './requests.ts';
import { Stepper } from './stepper.ts';
import { Trace } from './trace.ts';

/** Stands for the program in stacks and in developer tools. */
const PROGRAM_NAME = 'codeless-program.js';

/** The SDK as far as a run prepares it. */
interface Sdk {
  initApp(config: object): void;
  setupDevice(device: object): void;
}

// In V8 a stack ends after ten frames by default, most of which may be the SDK's. Other engines ignore this.
Object.assign(Error, { stackTraceLimit: 50 });

addEventListener('message', (event: MessageEvent<PageToWorker>) => begin(event), { once: true });

function begin(event: MessageEvent<PageToWorker>): void {
  const [port] = event.ports;
  if (!port) return;
  const { sdkUrl } = event.data;
  const channel = openChannel(port, receive);
  let execution: Execution | undefined;
  const output = new Output(channel, () => execution?.stepper.scope());
  const requests = new RequestLine(channel, () => execution?.trace.last);
  const prompts = new PromptLine(channel, output);
  removeGlobals();
  channel.send({ type: 'ready' });

  function receive(message: HostToWorker): void {
    switch (message.type) {
      case 'ping':
        channel.send({ type: 'pong' });
        break;
      case 'response':
        requests.answer(message.id, message.response);
        break;
      case 'answer':
        prompts.answer(message.id, message.text);
        break;
      case 'hold':
        execution?.stepper.hold(message.isHolding);
        break;
      case 'step':
        execution?.stepper.step(message.id);
        break;
      case 'run':
        execution = new Execution(message.program, { sdkUrl, channel, output, requests, prompts });
        void execution.run();
        break;
    }
  }
}

interface Tools {
  sdkUrl: string;
  channel: Channel;
  output: Output;
  requests: RequestLine;
  prompts: PromptLine;
}

/** One program being run. */
class Execution {
  readonly #program: WorkerProgram;
  readonly #tools: Tools;
  readonly trace: Trace;
  readonly stepper: Stepper;
  readonly #afterPendingTasks = createTaskQueue();
  #url = '';
  #isOver = false;

  constructor(program: WorkerProgram, tools: Tools) {
    this.#program = program;
    this.#tools = tools;
    const { output, channel } = tools;
    this.trace = new Trace((blockId) => void output.trace(blockId));
    this.stepper = new Stepper(
      {
        reached: (blockId) => {
          this.trace.note(blockId);
          return output.trace(blockId);
        },
        held: (id, blockId, scope) => {
          // What was printed and reached before is told before.
          output.flush();
          channel.send({ type: 'held', id, blockId, scope });
        },
        failed: (error) => this.trace.remember(error, this.trace.last ?? ''),
        later: this.#afterPendingTasks,
      },
      program.isHolding,
    );
  }

  async run(): Promise<void> {
    try {
      this.#listen();
      this.#provide();
      const { text, usesSdk } = linkProgram(this.#program.javascript, this.#tools.sdkUrl);
      const RequestClass = createRequestClass(this.#tools.requests);
      this.#define('XMLHttpRequest', RequestClass);
      if (usesSdk) await this.#prepareSdk(RequestClass);
      await this.#start(text);
      this.stepper.finish();
      // A promise that nobody waited for may have been rejected by now; its event comes in a task of its own.
      this.#afterPendingTasks(() => this.#afterPendingTasks(() => this.#end()));
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Loads the SDK and sets it up for the app and the device of this run. */
  async #prepareSdk(XMLHttpRequest: unknown): Promise<void> {
    const { app, device } = this.#program;
    const module: unknown = await import(/* @vite-ignore */ this.#tools.sdkUrl);
    const sdk = isObject(module) ? module.default : undefined;
    if (!isSdk(sdk)) throw new Error('The Backendless SDK could not be loaded.');
    if (app) sdk.initApp({ ...app, XMLHttpRequest });
    if (device) sdk.setupDevice(device);
  }

  /** What a program may use without importing it. */
  #provide(): void {
    installConsole(this.#tools.output);
    this.#define('__trace', this.trace.call);
    this.#define('__frame', this.stepper.frame);
    this.#define('deviceToken', this.#program.deviceToken);
    this.#define('prompt', this.#tools.prompts.ask);
  }

  /** Loads the program, which runs it as far as it is a script, and calls its entry. */
  async #start(text: string): Promise<void> {
    const { entry, deviceToken } = this.#program;
    const source = `${text}\n//# sourceURL=${PROGRAM_NAME}`;
    this.#url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    const provided = new Map<string, unknown>([
      ['deviceToken', deviceToken],
      ['prompt', this.#tools.prompts.ask],
    ]);
    const module: unknown = await import(/* @vite-ignore */ this.#url);
    if (!entry) return;
    const main = isObject(module) ? module[entry.name] : undefined;
    if (typeof main !== 'function') throw new Error(`The program has no function "${entry.name}" to start with.`);
    await main(...entry.parameters.map((name) => provided.get(name)));
  }

  /** Errors that reach nobody end the run too: those of timers, and of promises that nobody waits for. */
  #listen(): void {
    addEventListener('error', (event) => {
      event.preventDefault();
      this.#fail(event.error ?? new Error(event.message));
    });
    addEventListener('unhandledrejection', (event) => {
      event.preventDefault();
      this.#fail(event.reason);
    });
  }

  #fail(error: unknown): void {
    this.#end(explain(error, this.trace, [PROGRAM_NAME, this.#url].filter(Boolean)));
  }

  #end(error?: RunError): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#tools.output.finish();
    this.#tools.channel.send(error ? { type: 'end', error } : { type: 'end' });
  }

  #define(name: string, value: unknown): void {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
}

function isSdk(value: unknown): value is Sdk {
  return isObject(value) && typeof value.initApp === 'function' && typeof value.setupDevice === 'function';
}
