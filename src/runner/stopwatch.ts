/** A time limit that can be halted. */

export class Stopwatch {
  readonly #expired: () => void;
  #left: number;
  #since = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Calls `expired` once it has run for `limit` milliseconds. It stands still at first. */
  constructor(limit: number, expired: () => void) {
    this.#left = limit;
    this.#expired = expired;
  }

  /** Runs, or runs on. */
  start(): void {
    if (this.#timer !== undefined) return;
    this.#since = performance.now();
    this.#timer = setTimeout(this.#expired, this.#left);
  }

  /** Stands still until it is started again. */
  pause(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#left = Math.max(0, this.#left - (performance.now() - this.#since));
  }
}
