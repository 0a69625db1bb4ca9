/** The longest delay that `setTimeout` takes; beyond it, it would fire at once. */
const longestDelay = 2 ** 31 - 1;

/** How long to wait after a failure, in milliseconds. */
const retryDelay = 1000;

export interface AlarmOptions {
  /** The clock. */
  now: () => number;
  /** When something is to happen next, if ever. */
  next: () => Promise<number | undefined>;
  /** Makes everything happen that is due. */
  ring: () => Promise<void>;
}

/**
 * Rings when something is due, however far away that is. It is a courtesy to those who watch: nothing depends on its
 * being on time, since every call catches up with the clock by itself. In Node it keeps no process alive.
 */
export class Alarm {
  readonly #options: AlarmOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the timer is set to look again at once. */
  #looking = false;
  #stopped = false;

  constructor(options: AlarmOptions) {
    this.#options = options;
  }

  /** Says that what is next may have changed. Many calls in a row cost one look. */
  rearm(): void {
    if (this.#looking || this.#stopped) return;
    this.#looking = true;
    this.#set(0);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #set(delay: number): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.#look(), Math.min(delay, longestDelay));
    letProcessEnd(this.#timer);
  }

  async #look(): Promise<void> {
    this.#looking = false;
    try {
      const next = await this.#options.next();
      if (next === undefined || this.#looking) return;
      const delay = next - this.#options.now();
      if (delay > 0) return this.#set(delay);
      await this.#options.ring();
      this.rearm();
    } catch {
      // The store has reported its failure by itself.
      if (!this.#looking) this.#set(retryDelay);
    }
  }
}

/** A timer of Node would keep the process alive for a registration that expires next year; in a page it is a number. */
function letProcessEnd(timer: number | { unref(): unknown }): void {
  if (typeof timer === 'object') timer.unref();
}
