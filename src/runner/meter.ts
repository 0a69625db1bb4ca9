/** Counts console output against its limits. */

import { CONSOLE_ENTRIES, CONSOLE_WEIGHT, VALUE_WEIGHT } from './limits.ts';
import type { ConsoleMember, ConsoleValue } from './value.ts';

/** Lets console entries pass until a run has had its share. Once it has, nothing passes. */
export class Meter {
  #entries = CONSOLE_ENTRIES;
  #weight = CONSOLE_WEIGHT;
  #isFull = false;

  get isFull(): boolean {
    return this.#isFull;
  }

  /** True when an entry of these values may still be shown. */
  admit(values: readonly ConsoleValue[]): boolean {
    if (this.#isFull) return false;
    this.#entries -= 1;
    this.#weight -= VALUE_WEIGHT + total(values);
    this.#isFull = this.#entries < 0 || this.#weight < 0;
    return !this.#isFull;
  }
}

/** The share of a run's output that a value takes. */
export function weigh(value: ConsoleValue): number {
  switch (value.type) {
    case 'string':
    case 'symbol':
    case 'bigint':
      return VALUE_WEIGHT + value.value.length;
    case 'function':
    case 'opaque':
      return VALUE_WEIGHT + value.name.length;
    case 'array':
    case 'set':
      return VALUE_WEIGHT + total(value.items);
    case 'map':
      return VALUE_WEIGHT + value.pairs.reduce((sum, pair) => sum + total(pair), 0);
    case 'object':
      return VALUE_WEIGHT + value.className.length + totalMembers(value.members);
    case 'error':
      return VALUE_WEIGHT + value.name.length + value.message.length + totalMembers(value.members);
    default:
      return VALUE_WEIGHT;
  }
}

function total(values: readonly ConsoleValue[]): number {
  return values.reduce((sum, value) => sum + weigh(value), 0);
}

function totalMembers(members: readonly ConsoleMember[]): number {
  return members.reduce((sum, { key, value }) => sum + key.length + weigh(value), 0);
}
