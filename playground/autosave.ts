/** Keeps the program as one goes. */
import type { ProgramState } from '../src/editor/index.ts';
import type { ProgramStorage } from './storage.ts';

/** How long changes are gathered before they are written, in milliseconds. */
const delay = 300;

/** Writes a program some time after it changes, and at the latest when the page is left. */
export class Autosave {
  readonly #storage: ProgramStorage;
  readonly #id: string;
  readonly #read: () => ProgramState;
  readonly #failed: (error: unknown) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `read` gives the program as it is now; `failed` is told when it could not be kept. */
  constructor(storage: ProgramStorage, id: string, read: () => ProgramState, failed: (error: unknown) => void) {
    this.#storage = storage;
    this.#id = id;
    this.#read = read;
    this.#failed = failed;
    // A phone may end a page in the background without another word.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#flush();
    });
    window.addEventListener('pagehide', () => this.#flush());
  }

  /** Says that the program has changed. */
  changed(): void {
    this.#timer ??= setTimeout(() => this.#flush(), delay);
  }

  #flush(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#storage
      .write({ id: this.#id, program: this.#read(), savedAt: Date.now() })
      .catch((error: unknown) => this.#failed(error));
  }
}
