/** Puts a program's questions to the person who runs it, one after the other. */

import { OPEN_PROMPTS } from './limits.ts';

/** What a desk needs and tells. */
export interface QuestionEvents {
  /** Puts one question; `null` is no answer. */
  ask(message: string): Promise<string | null>;
  /** To be passed to the program. */
  answered(id: number, text: string | null): void;
  /** The first question is waiting, or none is any more. */
  waiting(isWaiting: boolean): void;
}

export class QuestionDesk {
  readonly #events: QuestionEvents;
  #last: Promise<void> = Promise.resolve();
  #open = 0;
  #isClosed = false;

  constructor(events: QuestionEvents) {
    this.#events = events;
  }

  take(id: number, message: string): void {
    if (this.#open >= OPEN_PROMPTS) {
      this.#events.answered(id, null);
      return;
    }
    this.#open += 1;
    if (this.#open === 1) this.#events.waiting(true);
    this.#last = this.#put(this.#last, id, message);
  }

  /** Puts no further question, and passes no further answer on. */
  close(): void {
    this.#isClosed = true;
  }

  async #put(before: Promise<void>, id: number, message: string): Promise<void> {
    await before;
    if (this.#isClosed) return;
    let text: string | null = null;
    try {
      text = await this.#events.ask(message);
    } catch (error) {
      reportError(error);
    }
    if (this.#isClosed) return;
    this.#open -= 1;
    if (this.#open === 0) this.#events.waiting(false);
    this.#events.answered(id, text);
  }
}
