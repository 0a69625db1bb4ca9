/** A source of choices: the same seed, the same choices, on every machine. */

/** Something to choose, with how often it is chosen beside the others. */
export type Weighted<T> = readonly [weight: number, item: T];

export class Choices {
  constructor(private state: number) {}

  /** A whole number from 0 to `count - 1`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the items. Throws when there is none. */
  pick<T>(items: readonly T[]): T {
    const [item] = items.slice(this.below(items.length));
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  }

  /** One of the items, by weight. Throws when there is none. */
  weighted<T>(items: readonly Weighted<T>[]): T {
    let left = this.next() * items.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, item] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    throw new Error('There is nothing to choose from.');
  }

  /** The generator known as mulberry32: 32 bits of state, good enough to choose blocks by. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }
}
