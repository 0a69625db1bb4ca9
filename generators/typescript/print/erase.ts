/**
 * Blanks the types out of TypeScript text: what is left runs as it is, at the same line and column.
 *
 * A parser that knows just enough of the language to tell where types are: functions and what is
 * in them, and declarations of types. Classes, enums, namespaces and decorators are not for it.
 */

import { Misfit } from './erase/scanner.ts';
import { StatementReader } from './erase/statements.ts';

/** Helper functions come again with every compilation: some are kept. */
const erasedBySource = new Map<string, string>();
const MOST_KEPT = 500;

/**
 * The same text, of the same length, with every type replaced by spaces.
 * @throws {Error} If the source holds what this eraser does not know; the message names line and column.
 */
export function eraseTypes(source: string): string {
  const known = erasedBySource.get(source);
  if (known !== undefined) return known;
  let javascript: string;
  try {
    javascript = withoutTypes(source);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    const before = source.slice(0, error.at).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    throw new Error(`Cannot erase the types, line ${before.length}, column ${column}: ${error.message}`, {
      cause: error,
    });
  }
  if (erasedBySource.size >= MOST_KEPT) erasedBySource.clear();
  erasedBySource.set(source, javascript);
  return javascript;
}

function withoutTypes(source: string): string {
  const reader = new StatementReader(source);
  reader.statements('end');
  let text = '';
  let at = 0;
  for (const { start, end, first, last } of reader.blanks) {
    const blank = source.slice(start, end).replace(/[^\n\r]/g, ' ');
    text += source.slice(at, start) + first + blank.slice(first.length, blank.length - last.length) + last;
    at = end;
  }
  return text + source.slice(at);
}
