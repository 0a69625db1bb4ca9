/**
 * Lowering follows the nesting of blocks: the lowering of a block asks for what is in its inputs. So that a program may
 * be nested deeper than the call stack is, what is too deep down is put off: its place is taken by something else, and
 * what is around it is noted. It is lowered from an empty stack when the rest has been, as is what is put off there in
 * turn; then what it is in is lowered once more, and finds it done. Each part is lowered twice at most, at any depth.
 */

/** How many blocks are within each other in one part. A stack of a quarter of the usual size has room for them. */
export const levelsOfPart = 100;

/** What is known where a part is lowered, and what lowering it leaves behind. */
export interface PartContext {
  /** Notes what is around; gives what brings that back. */
  surroundings(): () => void;
  /** Begins to note what is left behind; gives what takes it back, which gives what leaves it behind again. */
  record(): () => () => void;
}

interface Task {
  enter: () => void;
  lower: () => void;
  /** It is lowered; `leave` leaves behind what it does. */
  done: (leave: () => void) => void;
}

export class Parts {
  private putOff: Task[] = [];

  constructor(private readonly context: PartContext) {}

  /** Lowers something in which there may be any number of levels. */
  whole<R>(lower: () => R): R {
    const results: R[] = [];
    const root: Task = {
      enter: this.context.surroundings(),
      lower: () => void (results[0] = lower()),
      done: (leave) => leave(),
    };
    const tasks = [root];
    for (let task = tasks.at(-1); task; task = tasks.at(-1)) {
      this.putOff = [];
      task.enter();
      const takeBack = this.context.record();
      task.lower();
      if (task === root && this.putOff.length === 0) break;
      const leave = takeBack();
      if (this.putOff.length > 0) tasks.push(...this.putOff.reverse());
      else {
        tasks.pop();
        task.done(leave);
      }
    }
    const [result] = results;
    if (result === undefined) throw new Error('nothing was lowered');
    return result;
  }

  /** Lowers something later. */
  later(lower: () => void, done: (leave: () => void) => void): void {
    this.putOff.push({ enter: this.context.surroundings(), lower, done });
  }
}

/** Parts of one sort that are done, by what they are the code of. */
export class DoneParts<K extends object, R> {
  private readonly done = new Map<K, { result: R; leave: () => void }>();

  constructor(private readonly parts: Parts) {}

  clear(): void {
    this.done.clear();
  }

  get size(): number {
    return this.done.size;
  }

  /** The code of a part if it is done; otherwise it is put off. */
  get(key: K, lower: () => R): R | undefined {
    const known = this.done.get(key);
    if (known) {
      known.leave();
      return known.result;
    }
    const results: R[] = [];
    this.parts.later(
      () => void (results[0] = lower()),
      (leave) => {
        const [result] = results;
        if (result !== undefined) this.done.set(key, { result, leave });
      },
    );
    return undefined;
  }
}
