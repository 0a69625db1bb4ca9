/** Values of a program as something to look into: one line, which unfolds as far as the copy of the value goes. */
import type { ConsoleValue } from '../src/editor/index.ts';
import type { Messages } from './messages.ts';

/** Characters of the one line that stands for a folded value. */
const previewLength = 160;

/** Which parts of a value are unfolded, by their path; kept by whoever shows the value, so that it outlives an update. */
export type Unfolded = Set<string>;

/** A part of a value, with the name it has there. */
interface Member {
  name: string;
  value: ConsoleValue;
}

/** Shows a value. Texts at the top stand as they are where `isPlain`, as a console shows them; all others are quoted. */
export function valueElement(
  value: ConsoleValue,
  messages: Messages,
  { isPlain = false, unfolded = new Set() }: { isPlain?: boolean; unfolded?: Unfolded } = {},
): HTMLElement {
  return node(value, messages, unfolded, '', isPlain);
}

function node(
  value: ConsoleValue,
  messages: Messages,
  unfolded: Unfolded,
  path: string,
  isPlain: boolean,
): HTMLElement {
  const { members, more } = partsOf(value);
  const text =
    isPlain && value.type === 'string' ? value.value + cutOff(value.more, messages) : preview(value, messages);
  if (members.length === 0 && more === 0) {
    const element = document.createElement('span');
    element.className = `value value-${kindOf(value, isPlain)}`;
    element.textContent = text;
    return element;
  }
  const element = document.createElement('details');
  element.className = 'value value-tree';
  const summary = document.createElement('summary');
  summary.textContent = text;
  element.append(summary);

  const list = document.createElement('ul');
  /** The parts are made when they are first looked at: there may be thousands. */
  const unfold = (): void => {
    if (list.isConnected) return;
    for (const member of members) {
      const item = document.createElement('li');
      const name = document.createElement('span');
      name.className = 'value-name';
      name.textContent = `${member.name}: `;
      item.append(name, node(member.value, messages, unfolded, `${path}/${member.name}`, false));
      list.append(item);
    }
    if (more > 0) {
      const rest = document.createElement('li');
      rest.className = 'value-more';
      rest.textContent = messages.stepping.more(more);
      list.append(rest);
    }
    element.append(list);
  };
  if (unfolded.has(path)) {
    element.open = true;
    unfold();
  }
  // At once: the browser tells of the unfolding later, and the next key may be pressed before that.
  summary.addEventListener('click', unfold);
  element.addEventListener('toggle', () => {
    if (element.open) {
      unfolded.add(path);
      unfold();
    } else unfolded.delete(path);
  });
  return element;
}

/** What a value consists of. */
function partsOf(value: ConsoleValue): { members: Member[]; more: number } {
  switch (value.type) {
    case 'array':
    case 'set':
      return {
        members: value.items.map((item, index) => ({ name: String(index + 1), value: item })),
        more: value.more,
      };
    case 'map':
      return {
        members: value.pairs.map(([key, item]) => ({ name: plain(key), value: item })),
        more: value.more,
      };
    case 'object':
    case 'error':
      return { members: value.members.map(({ key, value: item }) => ({ name: key, value: item })), more: value.more };
    default:
      return { members: [], more: 0 };
  }
}

/** A value in one line that is no longer than fits. */
export function preview(value: ConsoleValue, messages: Messages): string {
  return new Preview(messages).text(value);
}

class Preview {
  readonly #messages: Messages;
  #left = previewLength;

  constructor(messages: Messages) {
    this.#messages = messages;
  }

  text(value: ConsoleValue): string {
    const text = this.#inFull(value);
    this.#left -= text.length;
    return text;
  }

  #inFull(value: ConsoleValue): string {
    switch (value.type) {
      case 'string':
        return JSON.stringify(value.value) + cutOff(value.more, this.#messages);
      case 'array':
        return this.#enclose('[', value.items, (item) => this.text(item), value.more, ']');
      case 'set':
        return `Set ${this.#enclose('{', value.items, (item) => this.text(item), value.more, '}')}`;
      case 'map':
        return `Map ${this.#enclose('{', value.pairs, ([key, item]) => `${this.text(key)} => ${this.text(item)}`, value.more, '}')}`;
      case 'object': {
        const name = value.className === '' ? '' : `${value.className} `;
        return name + this.#members(value.members, value.more);
      }
      case 'error': {
        const text = value.message === '' ? value.name : `${value.name}: ${value.message}`;
        return value.members.length === 0 ? text : `${text} ${this.#members(value.members, value.more)}`;
      }
      default:
        return plain(value);
    }
  }

  #members(members: readonly { key: string; value: ConsoleValue }[], more: number): string {
    return this.#enclose('{', members, ({ key, value }) => `${keyText(key)}: ${this.text(value)}`, more, '}');
  }

  #enclose<Part>(
    open: string,
    parts: readonly Part[],
    text: (part: Part) => string,
    more: number,
    close: string,
  ): string {
    const shown: string[] = [];
    for (const part of parts) {
      if (this.#left <= 0) break;
      shown.push(text(part));
    }
    if (shown.length < parts.length || more > 0) shown.push('…');
    return shown.length === 0 ? open + close : `${open} ${shown.join(', ')} ${close}`;
  }
}

/** A value that has no parts, or is not to show them. */
function plain(value: ConsoleValue): string {
  switch (value.type) {
    case 'boolean':
      return String(value.value);
    case 'number':
      return Object.is(value.value, -0) ? '-0' : String(value.value);
    case 'bigint':
      return `${value.value}n`;
    case 'string':
      return JSON.stringify(value.value);
    case 'symbol':
      return `Symbol(${value.value})`;
    case 'function':
      return value.isClass ? `class ${value.name}` : `ƒ ${value.name}()`;
    case 'date': {
      const date = new Date(value.value);
      return Number.isNaN(date.getTime()) ? 'Invalid Date' : date.toISOString();
    }
    case 'accessor':
      return 'get';
    case 'empty':
      return `∅ × ${value.count}`;
    case 'cycle':
      return '↺';
    case 'opaque':
      return `[${value.name}]`;
    default:
      return value.type;
  }
}

/** What decides the colour. */
function kindOf(value: ConsoleValue, isPlain: boolean): string {
  switch (value.type) {
    case 'string':
      return isPlain ? 'plain' : 'string';
    case 'number':
    case 'bigint':
    case 'boolean':
      return 'number';
    case 'undefined':
    case 'null':
    case 'empty':
      return 'nothing';
    default:
      return 'other';
  }
}

function cutOff(more: number, messages: Messages): string {
  return more > 0 ? `… (${messages.stepping.more(more)})` : '';
}

function keyText(key: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? key : JSON.stringify(key);
}
