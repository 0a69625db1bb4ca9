/** Copies values for display. Runs no getter, and survives whatever it is given. */

import { ENTRY_CAPS, NAME_LENGTH, VALUE_MEMBERS, type Caps } from '../limits.ts';
import type { ConsoleMember, ConsoleValue } from '../value.ts';

/** The values of one console call as data, cut where they are too deep or too many. */
export function inspect(values: readonly unknown[], caps = ENTRY_CAPS): ConsoleValue[] {
  const inspector = new Inspector(caps);
  const shown = values.slice(0, VALUE_MEMBERS).map((value) => inspector.copy(value));
  return values.length > VALUE_MEMBERS
    ? [...shown, { type: 'opaque', name: `${values.length - VALUE_MEMBERS} more values` }]
    : shown;
}

/** Copies the values of one call, which share one allowance. */
class Inspector {
  readonly #caps: Caps;
  #left: number;
  #textLeft: number;
  /** The objects that the value at hand is in. */
  readonly #around: object[] = [];

  constructor(caps: Caps) {
    this.#caps = caps;
    this.#left = caps.count;
    this.#textLeft = caps.texts;
  }

  copy(value: unknown): ConsoleValue {
    switch (typeof value) {
      case 'undefined':
        return { type: 'undefined' };
      case 'boolean':
        return { type: 'boolean', value };
      case 'number':
        return { type: 'number', value };
      case 'bigint':
        return { type: 'bigint', value: cut(value.toString(), this.#caps.text) };
      case 'string':
        return this.#text(value);
      case 'symbol':
        return { type: 'symbol', value: cut(value.description ?? '', this.#caps.text) };
      case 'function':
      case 'object':
        if (value === null) return { type: 'null' };
        try {
          return this.#object(value);
        } catch {
          // A proxy may throw at every touch.
          return { type: 'opaque', name: 'unreadable' };
        }
      default:
        return { type: 'opaque', name: typeof value };
    }
  }

  #text(value: string): ConsoleValue {
    const length = Math.min(value.length, this.#caps.text, this.#textLeft);
    this.#textLeft -= length;
    return { type: 'string', value: value.slice(0, length), more: value.length - length };
  }

  #object(value: object): ConsoleValue {
    if (typeof value === 'function') {
      const name = ownValue(value, 'name');
      return {
        type: 'function',
        name: typeof name === 'string' ? cut(name, NAME_LENGTH) : '',
        isClass: /^class\b/.test(Function.prototype.toString.call(value)),
      };
    }
    if (this.#around.includes(value)) return { type: 'cycle' };
    if (value instanceof Date) return { type: 'date', value: Date.prototype.getTime.call(value) };
    if (value instanceof RegExp)
      return { type: 'opaque', name: cut(RegExp.prototype.toString.call(value), NAME_LENGTH) };
    if (this.#around.length >= this.#caps.depth || this.#left <= 0) {
      return { type: 'opaque', name: Array.isArray(value) ? 'Array' : className(value) || 'Object' };
    }
    this.#around.push(value);
    try {
      return this.#members(value);
    } finally {
      this.#around.pop();
    }
  }

  #members(value: object): ConsoleValue {
    if (Array.isArray(value)) return this.#array(value);
    if (value instanceof Map) {
      const pairs: [ConsoleValue, ConsoleValue][] = [];
      for (const [key, item] of Map.prototype.entries.call(value)) {
        if (!this.#room(pairs)) break;
        pairs.push([this.copy(key), this.copy(item)]);
      }
      return { type: 'map', pairs, more: value.size - pairs.length };
    }
    if (value instanceof Set) {
      const items: ConsoleValue[] = [];
      for (const item of Set.prototype.values.call(value)) {
        if (!this.#room(items)) break;
        items.push(this.copy(item));
      }
      return { type: 'set', items, more: value.size - items.length };
    }
    if (value instanceof Error) return this.#error(value);
    if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) {
      return { type: 'opaque', name: className(value) };
    }
    const keys = Object.keys(value);
    return { type: 'object', className: className(value), ...this.#properties(value, keys) };
  }

  #array(value: readonly unknown[]): ConsoleValue {
    const items: ConsoleValue[] = [];
    let index = 0;
    while (index < value.length && this.#room(items)) {
      const descriptor = Object.getOwnPropertyDescriptor(value, index);
      if (descriptor) {
        items.push(this.#property(descriptor));
        index += 1;
      } else {
        const start = index;
        // The next element that is set, found without walking through a list of a billion holes.
        index = nextIndex(value, index);
        items.push({ type: 'empty', count: index - start });
      }
    }
    return { type: 'array', items, more: value.length - index };
  }

  #error(value: Error): ConsoleValue {
    const keys = Object.keys(value).filter((key) => key !== 'name' && key !== 'message' && key !== 'stack');
    const { members, more } = this.#properties(value, keys);
    const cause = Object.getOwnPropertyDescriptor(value, 'cause');
    if (cause && !cause.enumerable) members.push({ key: 'cause', value: this.#property(cause) });
    const { name, message } = describe(value);
    return { type: 'error', name, message: cut(message, this.#caps.text), members, more };
  }

  #properties(value: object, keys: readonly string[]): { members: ConsoleMember[]; more: number } {
    const members: ConsoleMember[] = [];
    for (const key of keys) {
      if (!this.#room(members)) break;
      const descriptor = Object.getOwnPropertyDescriptor(value, key);
      if (descriptor) members.push({ key: cut(key, NAME_LENGTH), value: this.#property(descriptor) });
    }
    return { members, more: keys.length - members.length };
  }

  #property(descriptor: PropertyDescriptor): ConsoleValue {
    if (descriptor.get || descriptor.set) {
      return { type: 'accessor', get: descriptor.get !== undefined, set: descriptor.set !== undefined };
    }
    return this.copy(descriptor.value);
  }

  #room(shown: readonly unknown[]): boolean {
    this.#left -= 1;
    return shown.length < this.#caps.members && this.#left > 0;
  }
}

/** The name and message of an error, also of one whose class keeps its name to itself. */
export function describe(error: Error): { name: string; message: string } {
  const name = peek(error, 'name');
  const message = peek(error, 'message');
  return {
    name: cut(typeof name === 'string' && name ? name : 'Error', NAME_LENGTH),
    message: cut(typeof message === 'string' ? message : '', ENTRY_CAPS.text),
  };
}

/** A property of whatever is given, without running code for it: a getter counts as absent. */
export function peek(value: unknown, key: string): unknown {
  try {
    return typeof value === 'object' && value !== null ? inherited(value, key) : undefined;
  } catch {
    return undefined;
  }
}

/** The name of an object's class; empty for plain objects and those without a prototype. */
function className(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (typeof prototype !== 'object' || prototype === null || prototype === Object.prototype) return '';
  const constructor = inherited(prototype, 'constructor');
  const name = typeof constructor === 'function' ? ownValue(constructor, 'name') : '';
  return typeof name === 'string' && name !== 'Object' ? cut(name, NAME_LENGTH) : '';
}

function inherited(value: object, key: string): unknown {
  let holder: unknown = value;
  while (typeof holder === 'object' && holder !== null) {
    const descriptor = Object.getOwnPropertyDescriptor(holder, key);
    if (descriptor) return descriptor.value;
    holder = Object.getPrototypeOf(holder);
  }
  return undefined;
}

function ownValue(value: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

function nextIndex(value: readonly unknown[], from: number): number {
  for (const key of Object.keys(value)) {
    const index = Number(key);
    if (Number.isInteger(index) && index >= from) return index;
  }
  return value.length;
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
