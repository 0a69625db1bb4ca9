/** Notices when a worker no longer answers. */

/** Beats in the time a worker has to answer. */
const BEATS = 4;

/**
 * Counts beats of a timer instead of reading a clock: while a page sleeps, or is itself busy, no beats pass, and
 * answers that came meanwhile are heard before the next one.
 */
export class Pulse {
  readonly #interval: number;
  readonly #beat: () => void;
  readonly #lost: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #missed = 0;
  #isWaiting = false;

  /** Calls `beat` to ask for an answer, and `lost` when none came for `limit` milliseconds. */
  constructor(limit: number, { beat, lost }: { beat(): void; lost(): void }) {
    this.#interval = limit / BEATS;
    this.#beat = beat;
    this.#lost = lost;
  }

  start(): void {
    this.#timer ??= setInterval(() => this.#tick(), this.#interval);
    this.#ask();
  }

  /** The answer came. */
  answer(): void {
    this.#isWaiting = false;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #tick(): void {
    if (!this.#isWaiting) {
      this.#ask();
      return;
    }
    this.#missed += 1;
    if (this.#missed < BEATS) return;
    this.stop();
    this.#lost();
  }

  #ask(): void {
    this.#missed = 0;
    this.#isWaiting = true;
    this.#beat();
  }
}
