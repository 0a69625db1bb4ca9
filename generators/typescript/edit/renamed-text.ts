/**
 * A name replaced in the text of a program.
 *
 * Where a statement stands on a line of its own and still fits on it, it is the same line with the new name in it. What
 * is laid out over several lines may be laid out otherwise with another name, and is printed anew.
 */

import { isReference, type Variable } from '../lower/entities.ts';
import { headPartsOf, partsOf } from '../parts.ts';
import { isToldApart } from '../print/shapes.ts';
import type { StatementRecords } from '../print/statement-records.ts';
import { textWidth } from '../print/width.ts';
import type { ArrayPattern, Expression, Statement } from '../tree.ts';
import type { Renamed } from './renaming.ts';

/** What is to be done in a text so that a variable has its new name there. */
export interface TextRenaming {
  /** Where the old name is replaced by the new one, in the order of the text. */
  places: number[];
  /** Statements that are printed anew, by their numbers, the last first. */
  statements: number[];
}

const lineWidth = 80;

/** Finds where a text names a variable by its old name. */
export function renamingIn(code: string, records: StatementRecords, renamed: Renamed): TextRenaming {
  const found: TextRenaming = { places: [], statements: [] };
  const namings = [...namingsIn(code, records, renamed.from)].sort(([one], [other]) => one - other);
  let behind = 0;
  for (const [number, places] of namings) {
    const statement = records.statements[number];
    const count = statement ? referencesIn(statement, renamed.variables) : 0;
    // What is within a statement that is printed anew is printed with it.
    if (number < behind || !statement || count === 0) continue;
    // Each reference is printed once, under its name: if it is there so often, it is nothing else.
    if (count === places.length && keepsItsLines(code, records, number, renamed, places)) found.places.push(...places);
    else {
      found.statements.push(number);
      behind = records.behind(number);
    }
  }
  found.places.sort((one, other) => one - other);
  found.statements.reverse();
  return found;
}

/** Where a name stands in each statement, itself and not what is in it, by the number of the statement. */
function namingsIn(code: string, { froms, starts, ends }: StatementRecords, name: string): Map<number, number[]> {
  const namings = new Map<number, number[]>();
  const around: number[] = [];
  let next = 0;
  for (let place = code.indexOf(name); place >= 0; place = code.indexOf(name, place + name.length)) {
    if (!isWord(code, place, place + name.length)) continue;
    for (; next < froms.length && (froms[next] ?? 0) <= place; next++) around.push(next);
    while (around.length > 0 && (ends[around.at(-1) ?? 0] ?? 0) <= place) around.pop();
    const number = around.at(-1);
    // Before its start are the comments on a statement.
    if (number === undefined || place < (starts[number] ?? 0)) continue;
    const places = namings.get(number);
    if (places) places.push(place);
    else namings.set(number, [place]);
  }
  return namings;
}

const inName = /[\p{ID_Continue}$]/u;
const plainInName = /[\w$]/;

/** Whether what is there is not part of a longer name. */
function isWord(code: string, from: number, end: number): boolean {
  return !isInName(code, from - 1) && !isInName(code, end);
}

/** Whether the letter of which there is a part may be in a name. */
function isInName(code: string, at: number): boolean {
  const letter = code.charAt(at);
  if (letter <= '\x7f') return plainInName.test(letter);
  const isSecondHalf = letter >= '\udc00' && letter <= '\udfff';
  return inName.test(String.fromCodePoint(code.codePointAt(isSecondHalf ? at - 1 : at) ?? 0));
}

/** How often a statement itself, and not what is in it, names one of the variables. */
function referencesIn(statement: Statement, variables: ReadonlySet<Variable>): number {
  let count = 0;
  const open: (Expression | ArrayPattern)[] = headPartsOf(statement);
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'Identifier') {
      if (isReference(node) && node.entity.kind === 'variable' && variables.has(node.entity)) count++;
    } else if (node.type !== 'Literal') {
      for (const part of node.type === 'ArrayPattern' ? node.elements : partsOf(node)) open.push(part);
    }
  }
  return count;
}

/** Statements whose heads are each on a line of their own, with nothing else that has statements in it. */
const plain = new Set<Statement['type']>([
  'IfStatement',
  'WhileStatement',
  'ForStatement',
  'ForOfStatement',
  'ForInStatement',
  'TryStatement',
]);

/** Whether each line of a statement itself remains one line with another name at some places. */
function keepsItsLines(
  code: string,
  records: StatementRecords,
  number: number,
  { from, to }: Renamed,
  places: readonly number[],
): boolean {
  const texts = ownTexts(code, records, number);
  const type = records.statements[number]?.type;
  if (texts.length > 1 && (!type || !plain.has(type))) return false;
  if (isToldApart(from) || isToldApart(to)) {
    if (places.some((place) => startsChain.test(code.charAt(place + from.length)))) return false;
  }
  return texts.every(({ start, text }, index) => {
    // Each begins where the statement does, or with the brace behind what is in it.
    const line = index === 0 ? text : text.slice(1);
    if (line.includes('\n') || (index > 0 && !text.startsWith('\n'))) return false;
    const head = index < texts.length - 1 ? line.slice(0, -1) : line;
    // In an object, a property may be named as its value is.
    if (/(?<!\$)\{/.test(head)) return false;
    const columns = columnsOf(line) + (index === 0 ? (records.indents[number] ?? 0) : 0);
    const count = places.filter((place) => place >= start && place < start + text.length).length;
    return columns <= lineWidth && columns + count * (columnsOf(to) - columnsOf(from)) <= lineWidth;
  });
}

/** Columns of a text, which hardly ever has other letters than those that take one each. */
const columnsOf = (text: string): number => (/^[ -~]*$/.test(text) ? text.length : textWidth(text));

const startsChain = /[.[!?(]/;

/** The text of a statement without that of the statements in it. */
function ownTexts(code: string, records: StatementRecords, number: number): { start: number; text: string }[] {
  const { froms, starts, ends } = records;
  const texts: { start: number; text: string }[] = [];
  const behind = records.behind(number);
  let start = starts[number] ?? 0;
  for (let inner = number + 1; inner < behind; inner = records.behind(inner)) {
    const end = froms[inner] ?? 0;
    if (end > start) texts.push({ start, text: code.slice(start, end) });
    start = ends[inner] ?? 0;
  }
  texts.push({ start, text: code.slice(start, ends[number] ?? 0) });
  return texts;
}
