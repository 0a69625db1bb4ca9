/** Console values as text. */

import type { ConsoleMember, ConsoleValue } from './value.ts';

/** The values in one line, separated by blanks. Texts among them stand as they are, all within are quoted. */
export function renderEntry(values: readonly ConsoleValue[]): string {
  return values.map(renderTop).join(' ');
}

function renderTop(value: ConsoleValue): string {
  if (value.type === 'string') return value.value + renderMore(value.more, 'character');
  if (value.type === 'error') return errorText(value) + errorMembers(value.members, value.more);
  return renderValue(value);
}

/** One value as an inspector shows it, texts in double quotes. */
export function renderValue(value: ConsoleValue): string {
  switch (value.type) {
    case 'undefined':
    case 'null':
      return value.type;
    case 'boolean':
      return String(value.value);
    case 'number':
      return Object.is(value.value, -0) ? '-0' : String(value.value);
    case 'bigint':
      return `${value.value}n`;
    case 'string':
      return JSON.stringify(value.value) + renderMore(value.more, 'character');
    case 'symbol':
      return `Symbol(${value.value})`;
    case 'function':
      if (value.isClass) return value.name ? `[class ${value.name}]` : '[class (anonymous)]';
      return value.name ? `[Function: ${value.name}]` : '[Function (anonymous)]';
    case 'date':
      return dateText(value.value);
    case 'error':
      return `[${errorText(value)}]${errorMembers(value.members, value.more)}`;
    case 'array':
      return enclose('[', [...value.items.map(renderValue), ...rest(value.more, 'item')], ']');
    case 'object':
      return (value.className ? `${value.className} ` : '') + members(value.members, value.more);
    case 'map': {
      const pairs = value.pairs.map(([key, item]) => `${renderValue(key)} => ${renderValue(item)}`);
      return `Map(${value.pairs.length + value.more}) ${enclose('{', [...pairs, ...rest(value.more, 'pair')], '}')}`;
    }
    case 'set': {
      const items = value.items.map(renderValue);
      return `Set(${value.items.length + value.more}) ${enclose('{', [...items, ...rest(value.more, 'item')], '}')}`;
    }
    case 'accessor':
      return value.get && value.set ? '[Getter/Setter]' : value.get ? '[Getter]' : '[Setter]';
    case 'empty':
      return `<${value.count} empty item${value.count === 1 ? '' : 's'}>`;
    case 'cycle':
      return '[Circular]';
    case 'opaque':
      return `[${value.name}]`;
  }
}

function members(list: readonly ConsoleMember[], more: number): string {
  const parts = list.map(({ key, value }) => `${keyText(key)}: ${renderValue(value)}`);
  return enclose('{', [...parts, ...rest(more, 'property', 'properties')], '}');
}

function errorText({ name, message }: { name: string; message: string }): string {
  return message ? `${name}: ${message}` : name;
}

function errorMembers(list: readonly ConsoleMember[], more: number): string {
  return list.length > 0 || more > 0 ? ` ${members(list, more)}` : '';
}

function keyText(key: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? key : JSON.stringify(key);
}

function dateText(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? 'Invalid Date' : date.toISOString();
}

function enclose(open: string, parts: string[], close: string): string {
  return parts.length > 0 ? `${open} ${parts.join(', ')} ${close}` : open + close;
}

function rest(more: number, one: string, many = `${one}s`): string[] {
  return more > 0 ? [`... ${more} more ${more === 1 ? one : many}`] : [];
}

function renderMore(more: number, one: string): string {
  return rest(more, one).join('');
}
