/** From a place in the code to the block it came from. */
import type { BlockRange } from '../../generators/typescript/compilation.ts';
import type { Position } from '../runner/index.ts';

/** The innermost block at a place in the code, or null where no block is. */
export function blockAt(position: Position, code: string, ranges: readonly BlockRange[]): string | null {
  const offset = offsetOf(position, code);
  let found: BlockRange | null = null;
  for (const range of ranges) {
    if (offset < range.start || offset >= range.end) continue;
    if (found === null || range.end - range.start <= found.end - found.start) found = range;
  }
  return found?.blockId ?? null;
}

function offsetOf({ line, column }: Position, code: string): number {
  let start = 0;
  for (let current = 1; current < line; current++) {
    const end = code.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  return start + column;
}
