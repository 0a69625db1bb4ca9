/** Questions to the person who runs the program. */

import { TEXT_LENGTH } from '../limits.ts';
import type { Channel } from './channel.ts';
import type { Output } from './output.ts';

export class PromptLine {
  readonly #channel: Channel;
  readonly #output: Output;
  readonly #open = new Map<number, (text: string | null) => void>();
  #last = 0;

  constructor(channel: Channel, output: Output) {
    this.#channel = channel;
    this.#output = output;
  }

  /** The function that programs are given. Resolves to `null` when the person gives no answer. */
  readonly ask = (message: unknown = ''): Promise<string | null> => {
    const text = String(message).slice(0, TEXT_LENGTH);
    this.#last += 1;
    const id = this.#last;
    // What was printed before is read before the question.
    this.#output.flush();
    return new Promise((resolve) => {
      this.#open.set(id, resolve);
      this.#channel.send({ type: 'prompt', id, message: text });
    });
  };

  /** The host's answer to a question. */
  answer(id: number, text: string | null): void {
    const resolve = this.#open.get(id);
    this.#open.delete(id);
    resolve?.(text);
  }
}
