/**
 * Documents: text that knows where it may be broken into lines.
 *
 * The ideas are Wadler's and Prettier's: a group is printed on one line if it fits, else its lines
 * become line breaks. A plain string is ASCII without line breaks, so that its width is its length;
 * anything else is made with `text`.
 */

import { textWidth } from './width.ts';
import type { Statement } from '../tree.ts';

export type Doc =
  | string
  | readonly Doc[]
  | Text
  | Line
  | Group
  | Choice
  | Indent
  | IfBreak
  | IndentIfBreak
  | Fill
  | Flat
  | Open
  | Close
  | Marked
  | Erased
  | Verbatim
  | Body;

/** Text whose width is not its length. */
export interface Text {
  kind: 'text';
  text: string;
  width: number;
}

/** A space (or with `soft` nothing), or a line break if its group is broken. With `hard`, always a line break. */
export interface Line {
  kind: 'line';
  soft: boolean;
  hard: boolean;
}

/** Printed on one line if that fits. */
export interface Group {
  kind: 'group';
  contents: Doc;
  /** Holds something that always breaks, or was asked to break. */
  hard: boolean;
  /** Columns on one line; not a number if it ends with a space, which may be left out. */
  width: number;
  /** An object whose braces stay broken once they are: told to the listener of the layout when it breaks. */
  keeps?: object;
  /** How it was printed last; docs that depend on it come later in the document. */
  broken: boolean | undefined;
}

/** Several ways to print one thing, from flat to most expanded: the first that fits, else the last. */
export interface Choice {
  kind: 'choice';
  first: Doc;
  hard: boolean;
  width: number;
  others: () => readonly Doc[];
}

export interface Indent {
  kind: 'indent';
  by: number;
  contents: Doc;
}

/** Chosen by the mode of `group`, or without it by that of the group around. */
export interface IfBreak {
  kind: 'if-break';
  broken: Doc;
  flat: Doc;
  group: Group | undefined;
}

/** Indented if `group` was broken. */
export interface IndentIfBreak {
  kind: 'indent-if-break';
  contents: Doc;
  group: Group;
}

/** Contents and separators in turn; as many contents on a line as fit. */
export interface Fill {
  kind: 'fill';
  parts: readonly Doc[];
  from: number;
}

/** Always on one line. */
export interface Flat {
  kind: 'flat';
  contents: Doc;
}

/** The code of these blocks starts here. */
export interface Open {
  kind: 'open';
  blocks: readonly string[];
}

/** The code of the last opened blocks, this many, ends here. */
export interface Close {
  kind: 'close';
  count: number;
}

/** The code of these blocks. */
export interface Marked {
  kind: 'marked';
  blocks: readonly string[];
  contents: Doc;
}

/** Part of the TypeScript only. After `)` of an arrow function, a line break in it needs care. */
export interface Erased {
  kind: 'erased';
  contents: Doc;
  arrow: boolean;
}

/** Text as it is, with its lines; `javascript` is of the same length. */
export interface Verbatim {
  kind: 'verbatim';
  source: string;
  javascript: string;
}

/** The statements of a block on lines of their own, with the line breaks around them. */
export interface Body {
  kind: 'body';
  statements: readonly Statement[];
  /** Lines of comments before the first and after the last statement. */
  before: readonly string[];
  after: readonly string[];
}

export const line: Line = { kind: 'line', soft: false, hard: false };
export const softline: Line = { kind: 'line', soft: true, hard: false };
export const hardline: Line = { kind: 'line', soft: false, hard: true };

/** Breaks the groups around it, and prints nothing. */
export const breakParent: Group = { kind: 'group', contents: '', hard: true, width: 0, broken: undefined };

const NOT_ASCII = /[^\x20-\x7e]/;

/** Any text without line breaks. */
export function text(value: string): Doc {
  return NOT_ASCII.test(value) ? { kind: 'text', text: value, width: textWidth(value) } : value;
}

export function group(contents: Doc, hard = false): Group {
  const width = widthOf(contents);
  return {
    kind: 'group',
    contents,
    hard: hard || width === Infinity,
    width: endsWithSpace(contents) ? NaN : width,
    broken: undefined,
  };
}

export function indent(contents: Doc, by = 2): Indent {
  return { kind: 'indent', by, contents };
}

export function ifBreak(broken: Doc, flat: Doc = '', group?: Group): IfBreak {
  return { kind: 'if-break', broken, flat, group };
}

/** The comma after the last of several, each on its own line. */
export const trailingComma = ifBreak(',');

export function indentIfBreak(contents: Doc, group: Group): IndentIfBreak {
  return { kind: 'indent-if-break', contents, group };
}

export function fill(parts: readonly Doc[]): Fill {
  return { kind: 'fill', parts, from: 0 };
}

export function flat(contents: Doc): Flat {
  return { kind: 'flat', contents };
}

export function choice(first: Doc, others: () => readonly Doc[]): Choice {
  const width = widthOf(first);
  return { kind: 'choice', first, hard: width === Infinity, width: endsWithSpace(first) ? NaN : width, others };
}

/** `contents` as the code of `blocks`. */
export function marked(blocks: readonly string[] | undefined, contents: Doc): Doc {
  if (blocks === undefined || blocks.length === 0) return contents;
  return { kind: 'marked', blocks, contents };
}

/** `contents` as part of the TypeScript only. */
export function erased(contents: Doc, arrow = false): Erased {
  return { kind: 'erased', contents, arrow };
}

export function join(separator: Doc, docs: readonly Doc[]): Doc[] {
  const parts: Doc[] = [];
  for (const doc of docs) {
    if (parts.length > 0) parts.push(separator);
    parts.push(doc);
  }
  return parts;
}

/** Columns on one line; infinite for what can never be on one line. */
export function widthOf(doc: Doc, level = 0): number {
  if (typeof doc === 'string') return doc.length;
  // Each level is two or three frames, of which there may be thousands.
  if (level > 100) return widthOfDeep(doc);
  if (isArray(doc)) {
    let width = 0;
    for (const part of doc) width += typeof part === 'string' ? part.length : widthOf(part, level + 1);
    return width;
  }
  const width = ownWidth(doc);
  return typeof width === 'number' ? width : widthOf(width, level + 1);
}

function widthOfDeep(doc: Doc): number {
  let width = 0;
  const open: Doc[] = [doc];
  for (let next = open.pop(); next !== undefined && width < Infinity; next = open.pop()) {
    if (typeof next === 'string') width += next.length;
    else if (isArray(next)) open.push(...next);
    else {
      const own = ownWidth(next);
      if (typeof own === 'number') width += own;
      else open.push(own);
    }
  }
  return width;
}

/** The width of a document by itself, or the document in it that has its width. */
function ownWidth(doc: Exclude<Doc, string | readonly Doc[]>): number | Doc {
  switch (doc.kind) {
    case 'text':
      return doc.width;
    case 'line':
      return doc.hard ? Infinity : doc.soft ? 0 : 1;
    case 'group':
    case 'choice':
      if (doc.hard) return Infinity;
      return Number.isNaN(doc.width) ? (doc.kind === 'group' ? doc.contents : doc.first) : doc.width;
    case 'indent':
    case 'indent-if-break':
    case 'erased':
    case 'marked':
    case 'flat':
      return doc.contents;
    case 'if-break':
      return willBreak(doc.broken) ? Infinity : doc.flat;
    case 'fill':
      return doc.parts;
    case 'body':
    case 'verbatim':
      return Infinity;
    case 'open':
    case 'close':
      return 0;
  }
}

/** Whether it can never be on one line. */
export function willBreak(doc: Doc): boolean {
  return typeof doc !== 'string' && widthOf(doc) === Infinity;
}

/** Whether a line in it belongs to no group: such a line is broken where nothing around is on one line. */
export function hasLooseLine(doc: Doc): boolean {
  if (typeof doc === 'string') return false;
  if (isArray(doc)) return doc.some(hasLooseLine);
  switch (doc.kind) {
    case 'line':
      return true;
    case 'indent':
    case 'erased':
    case 'marked':
      return hasLooseLine(doc.contents);
    default:
      return false;
  }
}

/** Whether the last of it on one line is a space that a line would end with. */
function endsWithSpace(doc: Doc): boolean {
  return lastOf(doc) === true;
}

/** Whether the text ends with a space of a line; undefined for no text at all. */
function lastOf(doc: Doc): boolean | undefined {
  if (typeof doc === 'string') return doc === '' ? undefined : false;
  if (isArray(doc)) {
    for (let i = doc.length - 1; i >= 0; i--) {
      const part = doc[i];
      const last = part === undefined ? undefined : lastOf(part);
      if (last !== undefined) return last;
    }
    return undefined;
  }
  switch (doc.kind) {
    case 'line':
      return doc.soft ? undefined : true;
    case 'if-break':
      return lastOf(doc.flat);
    case 'indent':
    case 'indent-if-break':
    case 'erased':
    case 'marked':
    case 'group':
      return lastOf(doc.contents);
    case 'open':
    case 'close':
      return undefined;
    default:
      return false;
  }
}

/** Whether there is a place in it where a line could be broken. */
export function canBreak(doc: Doc): boolean {
  if (typeof doc === 'string') return false;
  if (isArray(doc)) return doc.some(canBreak);
  switch (doc.kind) {
    case 'line':
    case 'body':
    case 'verbatim':
      return true;
    case 'group':
    case 'indent':
    case 'indent-if-break':
    case 'erased':
    case 'marked':
      return canBreak(doc.contents);
    case 'choice':
      return canBreak(doc.first);
    case 'if-break':
      return canBreak(doc.broken) || canBreak(doc.flat);
    case 'fill':
      return canBreak(doc.parts);
    default:
      return false;
  }
}

/** `Array.isArray` that knows of read-only arrays. */
export function isArray(doc: Doc): doc is readonly Doc[] {
  return Array.isArray(doc);
}
