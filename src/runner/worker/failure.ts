/** Says what a program threw. */

import { NAME_LENGTH, TEXT_LENGTH } from '../limits.ts';
import type { RunError } from '../outcome.ts';
import { renderValue } from '../render.ts';
import { findPosition } from '../stack.ts';
import { describe, inspect, peek } from './inspect.ts';
import type { Trace } from './trace.ts';

/**
 * A thrown value as an error to show. Its block is the one whose awaited call it came from, else the one that was
 * reached last; its place in one of `scripts`, where the stack tells it, is more exact than the latter.
 */
export function explain(thrown: unknown, trace: Trace, scripts: readonly string[]): RunError {
  const error: RunError = thrown instanceof Error ? describe(thrown) : { name: 'Error', message: messageOf(thrown) };
  const code = peek(thrown, 'code');
  const status = peek(thrown, 'status');
  if (typeof code === 'number') error.code = code;
  if (typeof status === 'number') error.httpStatus = status;

  const position = findPosition(stackOf(thrown), scripts);
  if (position) error.position = position;
  const blockId = trace.blockOf(thrown) ?? trace.last;
  if (blockId !== undefined) error.blockId = blockId.slice(0, NAME_LENGTH);
  return error;
}

function messageOf(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown.slice(0, TEXT_LENGTH);
  const message = peek(thrown, 'message');
  if (typeof message === 'string' && message) return message.slice(0, TEXT_LENGTH);
  const [value] = inspect([thrown]);
  return value ? renderValue(value).slice(0, TEXT_LENGTH) : '';
}

function stackOf(thrown: unknown): unknown {
  try {
    return thrown instanceof Error ? thrown.stack : undefined;
  } catch {
    return undefined;
  }
}
