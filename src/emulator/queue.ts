/** First in, first out, each at O(1) as time goes on. */
export class Queue<T> {
  #items: T[] = [];
  /** The place of the first item. What is before it has left. */
  #start = 0;

  get size(): number {
    return this.#items.length - this.#start;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  /** The first item, which stays. */
  peek(): T | undefined {
    return this.#items[this.#start];
  }

  /** Takes the first item out. */
  shift(): T | undefined {
    const item = this.#items[this.#start];
    if (this.size > 0) this.#start += 1;
    // Moving the rest costs no more than the takes since the last move did.
    if (this.#start > 16 && this.#start > this.size) {
      this.#items = this.#items.slice(this.#start);
      this.#start = 0;
    }
    return item;
  }

  /** The last `count` items, in order; all of them by default. */
  last(count = this.size): T[] {
    return this.#items.slice(Math.max(this.#start, this.#items.length - count));
  }

  clear(): void {
    this.#items = [];
    this.#start = 0;
  }
}
