/** Holds a program that is compiled for stepping where its host wants, and reads its variables there. */

import { defer, type Deferred } from '../deferred.ts';
import { NAME_LENGTH, VARIABLE_CAPS, VARIABLES } from '../limits.ts';
import type { ConsoleValue, Scope, Variable } from '../value.ts';
import { inspect } from './inspect.ts';
import { isThenable } from './trace.ts';

/** What a stepper needs and tells. */
export interface StepEvents {
  /** A block is reached. True when the program should let others have the thread for a moment. */
  reached(blockId: string): boolean;
  /** The program is held before this block. */
  held(id: number, blockId: string, scope: Scope): void;
  /** An error came from where the program is. */
  failed(error: unknown): void;
  /** Calls back in a task of its own. */
  later(task: () => void): void;
}

/** The calls of one program, and whether it is held. */
export class Stepper {
  readonly #events: StepEvents;
  #isHolding: boolean;
  #gate: Deferred<void> | undefined;
  #pause: Promise<void> = Promise.resolve();
  #id = 0;
  #main: Frame | undefined;
  #current: Frame | undefined;
  #isOver = false;

  constructor(events: StepEvents, isHolding: boolean) {
    this.#events = events;
    this.#isHolding = isHolding;
  }

  /** The function that programs know as `__frame`: a call of this function begins. */
  readonly frame = (name: unknown): Frame => {
    const depth = (this.#current?.depth ?? 0) + 1;
    const frame = new Frame(this, String(name).slice(0, NAME_LENGTH), depth, this.#main?.variables);
    this.#main ??= frame;
    // At once: a call may come to its own calls without reaching a statement.
    this.#current = frame;
    return frame;
  };

  /** What can be seen where the program is, or was last when it has ended. */
  readonly scope = (): Scope | undefined => (this.#isOver ? this.#main : this.#current)?.scope();

  /** Says whether to hold at each statement; if not, a program that is held goes on. */
  hold(isHolding: boolean): void {
    this.#isHolding = isHolding;
    if (!isHolding) this.#release();
  }

  /** Lets the program go on if it is held under this number. */
  step(id: number): void {
    if (id === this.#id) this.#release();
  }

  /** The program came to its end: from now on, what can be seen is what the main program sees. */
  finish(): void {
    this.#isOver = true;
  }

  /** What the program waits for when it is held, or is to let others have the thread. */
  get held(): Promise<void> {
    return this.#gate?.promise ?? this.#pause;
  }

  /** A frame reaches a block. True when the program is to wait. */
  reach(frame: Frame, blockId: string, mayHold: boolean): boolean {
    this.#current = frame;
    const isLong = this.#events.reached(blockId);
    if (this.#gate) return true;
    if (this.#isHolding && mayHold) {
      this.#gate = defer();
      this.#id += 1;
      this.#events.held(this.#id, blockId.slice(0, NAME_LENGTH), frame.scope());
      return true;
    }
    if (isLong) this.#pause = new Promise((resolve) => this.#events.later(resolve));
    return isLong;
  }

  /**
   * A frame is about to wait for a promise on behalf of a block. Where that is the end of another call, it is that
   * call which goes on meanwhile, and the block it is at which makes requests and fails.
   */
  wait(frame: Frame, blockId: string, promise: unknown): unknown {
    if (!this.#current || this.#current.depth <= frame.depth) {
      this.#current = frame;
      this.#events.reached(blockId);
    }
    if (!isThenable(promise)) return promise;
    return Promise.resolve(promise).then(
      (value) => {
        this.#current = frame;
        return value;
      },
      (error: unknown) => {
        this.#events.failed(error);
        this.#current = frame;
        throw error;
      },
    );
  }

  #release(): void {
    this.#gate?.resolve();
    this.#gate = undefined;
  }
}

type Read = () => unknown;

/** One call of a function of the program. */
class Frame {
  readonly #stepper: Stepper;
  readonly #name: string;
  /** How many calls it is in, with itself. */
  readonly depth: number;
  readonly #outer: ReadonlyMap<string, Read> | undefined;
  /** How to read each variable, in the order in which they came to be. */
  readonly variables = new Map<string, Read>();
  /** The block that was reached last, if no other round of it has begun since. */
  #fresh: string | undefined;

  constructor(stepper: Stepper, name: string, depth: number, outer: ReadonlyMap<string, Read> | undefined) {
    this.#stepper = stepper;
    this.#name = name;
    this.depth = depth;
    this.#outer = outer;
  }

  /** A variable can be read from now on. */
  watch(name: string, read: Read): void {
    this.variables.set(name, read);
  }

  /** A statement is reached. True when the program is to wait for {@link held}. */
  step(blockId: string): boolean {
    this.#fresh = blockId;
    return this.#stepper.reach(this, blockId, true);
  }

  /** A round of a loop begins. In the first one, the loop has only just been reached. */
  round(blockId: string): boolean {
    const isFirst = this.#fresh === blockId;
    this.#fresh = undefined;
    return this.#stepper.reach(this, blockId, !isFirst);
  }

  /** A promise is about to be waited for on behalf of a block; gives it back. */
  wait(blockId: string, promise: unknown): unknown {
    return this.#stepper.wait(this, blockId, promise);
  }

  get held(): Promise<void> {
    return this.#stepper.held;
  }

  /** Copies of all that can be seen from here: what the main program keeps is there for every function. */
  scope(): Scope {
    const readers = new Map([...(this.#outer ?? []), ...this.variables]);
    const variables: Variable[] = [];
    for (const [name, read] of readers) {
      if (variables.length >= VARIABLES) break;
      variables.push({ name: name.slice(0, NAME_LENGTH), value: valueOf(read) });
    }
    return { functionName: this.#name, variables, more: readers.size - variables.length };
  }
}

function valueOf(read: Read): ConsoleValue {
  const unreadable: ConsoleValue = { type: 'opaque', name: 'unreadable' };
  try {
    return inspect([read()], VARIABLE_CAPS)[0] ?? unreadable;
  } catch {
    return unreadable;
  }
}
