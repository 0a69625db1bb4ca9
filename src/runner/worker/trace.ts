/** Follows a program from block to block, and remembers which block an error came from. */

import { isObject } from '../check.ts';

/** What the calls of `__trace` in a program lead to. */
export class Trace {
  readonly #reached: (blockId: string) => void;
  readonly #blockOfError = new WeakMap<object, string>();
  /** The last thrown value that is no object, and its block. */
  #lastValue: { value: unknown; blockId: string } | undefined;
  #last: string | undefined;

  constructor(reached: (blockId: string) => void) {
    this.#reached = reached;
  }

  /** The block that was reached last. */
  get last(): string | undefined {
    return this.#last;
  }

  /** The block whose awaited call was rejected with this error. */
  blockOf(error: unknown): string | undefined {
    if (isReference(error)) return this.#blockOfError.get(error);
    return this.#lastValue && Object.is(this.#lastValue.value, error) ? this.#lastValue.blockId : undefined;
  }

  /**
   * The function that programs know as `__trace`. With one argument it says that the block is reached. With two it
   * gives the second back, and if that is rejected, the block is the one the error came from.
   */
  readonly call = (...args: [blockId: unknown, promise?: unknown]): unknown => {
    const blockId = String(args[0]);
    this.note(blockId);
    this.#reached(blockId);
    return args.length > 1 ? this.#watch(blockId, args[1]) : undefined;
  };

  /** Notes that a block is reached, and tells nobody. */
  note(blockId: string): void {
    this.#last = blockId;
    // The program goes on, so that value was caught; the same text thrown again is another error.
    this.#lastValue = undefined;
  }

  #watch(blockId: string, promise: unknown): unknown {
    if (!isThenable(promise)) return promise;
    return Promise.resolve(promise).catch((error: unknown) => {
      this.remember(error, blockId);
      throw error;
    });
  }

  /** Notes the block that an error came from, unless one is known. */
  remember(error: unknown, blockId: string): void {
    if (!isReference(error)) {
      this.#lastValue = { value: error, blockId };
    } else if (!this.#blockOfError.has(error)) {
      // On its way out an error passes the callers' blocks too; the first is where it was made.
      this.#blockOfError.set(error, blockId);
    }
  }
}

/** Some calls of the SDK give an object that is only like a promise. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return isObject(value) && typeof value.then === 'function';
}

function isReference(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
