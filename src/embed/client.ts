/** The host's side of an editor in a frame. */
import type { Compilation } from '../../generators/typescript/compilation.ts';
import type { CompileOptions } from '../../generators/typescript/index.ts';
import type { ProgramState } from '../../generators/typescript/program.ts';
import { Emitter } from '../editor/events.ts';
import type { BackendHandler, EditorEvents, EditorListener, EditorRun, EditorRunOptions } from '../editor/index.ts';
import { Caller } from './caller.ts';
import { ConnectionError, unpackError } from './errors.ts';
import {
  isMessage,
  PROTOCOL,
  PROTOCOL_VERSION,
  type ConnectMessage,
  type FrameMessage,
  type FrameMethods,
  type FrameOptions,
  type FrameUpdate,
  type HostMethods,
} from './protocol.ts';

/** What may be chosen of an editor in a frame. */
export interface ConnectOptions extends Omit<FrameOptions, 'hasBackend'> {
  /** Where `embed.html` is served. The frame loads it. */
  url: string | URL;
  /** Answers what programs ask of Backendless. Default: the registration service that is embedded in the frame. */
  backend?: { mode: 'custom'; handle: BackendHandler };
  /** Milliseconds in which the page must answer. Default: 30,000. */
  timeout?: number;
  /** Disposes of the connection when it is aborted. */
  signal?: AbortSignal;
}

/** A run in a frame. */
export type FramedRun = EditorRun;

/** An editor in a frame: what `createEditor` gives, with promises. They reject when the connection is lost. */
export interface FramedEditor {
  /** Fulfilled when the editor shows its first program. Rejected with a `ConnectionError` or a `ProgramError`. */
  readonly ready: Promise<void>;
  /** As `load` of an editor; rejects with a `ProgramError`. */
  load(program: unknown): Promise<void>;
  /** The program as it is now. */
  save(): Promise<ProgramState>;
  /** The code of the program as it is now. */
  compile(options?: Omit<CompileOptions, 'lowerings'>): Promise<Compilation>;
  /** Lights up one block; null puts the light out. */
  highlight(blockId: string | null): Promise<void>;
  /** Runs the program as it is now. A run that is under way is stopped first. */
  run(options?: EditorRunOptions): FramedRun;
  /** Calls `listener` at every such event from now on; what it gives back ends that. */
  on<Name extends keyof EditorEvents>(event: Name, listener: EditorListener<Name>): () => void;
  /** Changes options; what is not named stays. */
  update(options: FrameUpdate): Promise<void>;
  /** Takes the last change back. */
  undo(): Promise<void>;
  /** Does again what was taken back last. */
  redo(): Promise<void>;
  /** Ends the connection and empties the frame. May be called more than once. */
  dispose(): void;
}

const defaultTimeout = 30_000;

/**
 * Loads the page of an editor into a frame and connects to it. Only a page of exactly the origin of `url` in exactly
 * this frame is talked to.
 *
 * @throws {TypeError} when the URL is none of http(s).
 * @throws the signal's reason when it is aborted already.
 */
export function connectEditor(iframe: HTMLIFrameElement, options: ConnectOptions): FramedEditor {
  options.signal?.throwIfAborted();
  const url = new URL(options.url, document.baseURI);
  if (!/^https?:$/.test(url.protocol))
    throw new TypeError(`The URL of an editor begins with http(s), not with ${url.protocol}`);
  return new Connection(iframe, url, options);
}

class Connection implements FramedEditor {
  readonly ready: Promise<void>;
  readonly #iframe: HTMLIFrameElement;
  readonly #url: URL;
  readonly #options: ConnectOptions;
  readonly #emitter = new Emitter();
  readonly #closing = new AbortController();
  readonly #prompts = new Map<number, EditorRunOptions['onPrompt']>();
  #settle: { done: () => void; fail: (error: Error) => void } = { done() {}, fail() {} };
  #caller: Caller<FrameMethods, HostMethods, FrameMessage> | undefined;
  #runs = 0;

  constructor(iframe: HTMLIFrameElement, url: URL, options: ConnectOptions) {
    this.#iframe = iframe;
    this.#url = url;
    this.#options = options;
    this.ready = new Promise((done, fail) => {
      this.#settle = { done, fail };
    });
    // For a host that does not wait for it.
    this.ready.catch(() => {});
    const { signal } = this.#closing;
    const timer = setTimeout(() => this.#noAnswer(), options.timeout ?? defaultTimeout);
    const stop = (): void => clearTimeout(timer);
    this.ready.then(stop, stop);
    addEventListener('message', (event) => this.#greet(event), { signal });
    options.signal?.addEventListener('abort', () => this.dispose(), { signal });
    iframe.src = url.href;
  }

  load(program: unknown): Promise<void> {
    return this.#call((caller) => caller.call('load', program));
  }

  save(): Promise<ProgramState> {
    return this.#call((caller) => caller.call('save'));
  }

  compile(options: Omit<CompileOptions, 'lowerings'> = {}): Promise<Compilation> {
    return this.#call((caller) => caller.call('compile', options));
  }

  highlight(blockId: string | null): Promise<void> {
    return this.#call((caller) => caller.call('highlight', blockId));
  }

  run({ onPrompt, ...options }: EditorRunOptions = {}): FramedRun {
    const number = this.#runs++;
    this.#prompts.set(number, onPrompt);
    const steer = (action: Parameters<FrameMethods['steer']>[1], milliseconds = 0): void => {
      // When there is no frame any more, there is no run either.
      this.#call((caller) => caller.call('steer', number, action, milliseconds)).catch(() => {});
    };
    return {
      stop: () => steer('stop'),
      pause: () => steer('pause'),
      resume: () => steer('resume'),
      step: () => steer('step'),
      setDelay: (milliseconds) => steer('setDelay', milliseconds),
      finished: this.#finish(number, { ...options, hasPrompt: onPrompt !== undefined }),
    };
  }

  on<Name extends keyof EditorEvents>(event: Name, listener: EditorListener<Name>): () => void {
    return this.#emitter.on(event, listener);
  }

  update(options: FrameUpdate): Promise<void> {
    return this.#call((caller) => caller.call('update', options));
  }

  undo(): Promise<void> {
    return this.#call((caller) => caller.call('undo'));
  }

  redo(): Promise<void> {
    return this.#call((caller) => caller.call('redo'));
  }

  dispose(): void {
    if (this.#closing.signal.aborted) return;
    this.#close(new ConnectionError('closed', 'The connection to this editor was closed.'));
    this.#iframe.src = 'about:blank';
  }

  /** Waits for the first program before it calls, so that calls come in the order in which they are made. */
  async #call<Value>(
    call: (caller: Caller<FrameMethods, HostMethods, FrameMessage>) => Promise<Value>,
  ): Promise<Value> {
    await this.ready;
    if (this.#caller === undefined) throw new ConnectionError('closed', 'The connection to this editor was closed.');
    return call(this.#caller);
  }

  async #finish(number: number, options: Parameters<FrameMethods['run']>[1]): FramedRun['finished'] {
    try {
      return await this.#call((caller) => caller.call('run', number, options));
    } catch (cause) {
      const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
      return { outcome: { status: 'failed', error: { name, message } }, blockId: null };
    } finally {
      this.#prompts.delete(number);
    }
  }

  #greet({ source, origin, data }: MessageEvent<unknown>): void {
    const frame = this.#iframe.contentWindow;
    if (frame === null || source !== frame || origin !== this.#url.origin || !isMessage(data, 'ready')) return;
    if (this.#caller !== undefined) {
      this.#close(new ConnectionError('reloaded', 'The frame of this editor has loaded its page again.'));
      return;
    }
    const { port1, port2 } = new MessageChannel();
    this.#caller = new Caller(
      port1,
      {
        handle: async (request) => {
          if (this.#options.backend === undefined) throw new Error('This host answers no requests.');
          return this.#options.backend.handle(request, this.#closing.signal);
        },
        prompt: async (run, message) => (await this.#prompts.get(run)?.(message)) ?? null,
      },
      (message) => this.#receive(message),
    );
    const connect: ConnectMessage = {
      protocol: PROTOCOL,
      type: 'connect',
      versions: [PROTOCOL_VERSION],
      options: frameOptions(this.#options),
    };
    try {
      frame.postMessage(connect, this.#url.origin, [port2]);
    } catch (cause) {
      // Something in the options is no data.
      this.#close(cause instanceof Error ? cause : new Error(String(cause)));
    }
  }

  #receive(message: FrameMessage): void {
    if (message.type === 'connected') this.#settle.done();
    else if (message.type === 'failed') this.#close(unpackError(message.error));
    else if (message.type === 'refused') {
      const spoken = message.versions.join(', ');
      this.#close(
        new ConnectionError(
          'version',
          `That page speaks version ${spoken} of the protocol, this one ${PROTOCOL_VERSION}.`,
        ),
      );
    } else if (message.name === 'error') {
      const { error, during } = message.payload;
      this.#emitter.emit('error', { error: unpackError(error), during });
    } else emit(this.#emitter, message);
  }

  #noAnswer(): void {
    const { href } = this.#url;
    const reason = `${href} does not answer: it is not there, is no editor, or ${location.origin} is not on its list.`;
    this.#close(new ConnectionError('no-answer', reason));
  }

  #close(error: Error): void {
    this.#closing.abort();
    this.#settle.fail(error);
    this.#caller?.close(error);
    this.#emitter.clear();
  }
}

type EventMessage = Exclude<Extract<FrameMessage, { type: 'event' }>, { name: 'error' }>;

function emit(emitter: Emitter, message: EventMessage): void {
  switch (message.name) {
    case 'change':
      return emitter.emit(message.name, message.payload);
    case 'code':
      return emitter.emit(message.name, message.payload);
    case 'diagnostics':
      return emitter.emit(message.name, message.payload);
    case 'select':
      return emitter.emit(message.name, message.payload);
    case 'run':
      return emitter.emit(message.name, message.payload);
  }
}

/** The options that go to the frame: none of those that are for this side. */
function frameOptions({
  url: _url,
  backend,
  timeout: _timeout,
  signal: _signal,
  ...options
}: ConnectOptions): FrameOptions {
  return { ...options, hasBackend: backend !== undefined };
}
