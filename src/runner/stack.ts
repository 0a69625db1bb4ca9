/** Reads the stacks of errors, which each engine writes in its own way. */

import type { Position } from './outcome.ts';

/**
 * The innermost place of a stack that is in one of the scripts named. Understands the form of V8
 * (`    at name (url:line:column)`) and that of Firefox and Safari (`name@url:line:column`).
 * `undefined` when no frame is in them, or the stack is of neither form.
 */
export function findPosition(stack: unknown, scripts: readonly string[]): Position | undefined {
  if (typeof stack !== 'string') return undefined;
  for (const line of stack.split('\n')) {
    const frame = /^(?:\s*at |[^@]*@).*?:(\d+):(\d+)\)?\s*$/.exec(line);
    if (!frame) continue;
    const [, row, column] = frame;
    if (scripts.some((script) => line.includes(`${script}:${row}:${column}`))) {
      return { line: Number(row), column: Math.max(0, Number(column) - 1) };
    }
  }
  return undefined;
}
