/** Calls over a channel, in both directions. */
import { packError, unpackError } from './errors.ts';
import type { ErrorMessage } from './protocol.ts';

/** Functions by name; what they give back may be awaited. */
type Methods = object;
type ParametersOf<Method> = Method extends (...args: infer Args) => unknown ? Args : never;
type Result<Method> = Method extends (...args: never[]) => infer Value ? Awaited<Value> : never;

/** The same functions, each free to answer later. */
export type Handlers<Own extends Methods> = {
  [Name in keyof Own]: (...args: ParametersOf<Own[Name]>) => Result<Own[Name]> | Promise<Result<Own[Name]>>;
};

/**
 * Calls, answers and failures. The other side was checked by its origin before it got its port, so what it sends is
 * taken as the protocol has it: arguments are those of the method, and a value is what the caller waits for.
 */
type CallMessage =
  | { type: 'call'; id: number; method: string; args: never[] }
  | { type: 'answer'; id: number; value: never }
  | { type: 'failure'; id: number; error: ErrorMessage };

/** One side of a channel, which calls the other's functions and answers for its own. */
export class Caller<Theirs extends Methods, Own extends Methods, Other extends { type: string }> {
  readonly #port: MessagePort;
  readonly #own: Handlers<Own>;
  readonly #other: (message: Other) => void;
  readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  #calls = 0;
  #closed: Error | undefined;

  /** @param other Takes messages that are neither calls nor answers. */
  constructor(port: MessagePort, own: Handlers<Own>, other: (message: Other) => void = () => {}) {
    this.#port = port;
    this.#own = own;
    this.#other = other;
    port.addEventListener('message', ({ data }: MessageEvent<CallMessage | Other>) => this.#receive(data));
    port.start();
  }

  /** Calls a function of the other side. Rejects with what it threw, or when the channel is closed. */
  call<Name extends keyof Theirs & string>(
    method: Name,
    ...args: ParametersOf<Theirs[Name]>
  ): Promise<Result<Theirs[Name]>> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(this.#closed);
        return;
      }
      const id = this.#calls++;
      this.#waiting.set(id, { resolve, reject });
      try {
        this.#port.postMessage({ type: 'call', id, method, args });
      } catch (error) {
        // Something in the arguments is no data.
        this.#waiting.delete(id);
        reject(error);
      }
    });
  }

  /** Sends a message that is no call. */
  send(message: Other): void {
    this.#post(message);
  }

  /** Closes the channel. Who waits for an answer gets this error. */
  close(error: Error): void {
    if (this.#closed) return;
    this.#closed = error;
    this.#port.close();
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #receive(message: CallMessage | Other): void {
    if (this.#closed) return;
    if (isCall(message)) void this.#answer(message.id, message.method, message.args);
    else if (isReply(message)) this.#settle(message);
    else this.#other(message);
  }

  #settle(message: Exclude<CallMessage, { type: 'call' }>): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === 'answer') waiting?.resolve(message.value);
    else waiting?.reject(unpackError(message.error));
  }

  async #answer(id: number, method: string, args: never[]): Promise<void> {
    try {
      const value: unknown = await this.#methodOf(method)(...args);
      this.#post({ type: 'answer', id, value });
    } catch (cause) {
      this.#post({ type: 'failure', id, error: packError(cause) });
    }
  }

  #post(message: object): void {
    if (!this.#closed) this.#port.postMessage(message);
  }

  #methodOf(name: string): (...args: never[]) => unknown {
    const methods: [string, unknown][] = Object.entries(this.#own);
    const method = methods.find(([own]) => own === name)?.[1];
    if (typeof method !== 'function') throw new TypeError(`There is no ${JSON.stringify(name)} to call.`);
    return (...args) => Reflect.apply(method, undefined, args);
  }
}

function isCall<Other extends { type: string }>(
  message: CallMessage | Other,
): message is Extract<CallMessage, { type: 'call' }> {
  return message.type === 'call';
}

function isReply<Other extends { type: string }>(
  message: CallMessage | Other,
): message is Exclude<CallMessage, { type: 'call' }> {
  return message.type === 'answer' || message.type === 'failure';
}
