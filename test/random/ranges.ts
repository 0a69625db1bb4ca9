/** What must hold for the ranges of a compilation. */

import type { BlockState, Compilation, ProgramState } from '../../generators/typescript/index.ts';

/** What is wrong with the ranges themselves: they lie within the code and in each other, one for each block. */
export function misplacedRange(program: ProgramState, { code, ranges }: Compilation): string | undefined {
  const open: { blockId: string; end: number }[] = [];
  const seen = new Set<string>();
  let start = 0;
  for (const range of ranges) {
    const name = `The range of ${range.blockId} (${range.start}-${range.end})`;
    if (!(range.start >= 0 && range.start < range.end && range.end <= code.length)) {
      return `${name} is not within the code.`;
    }
    if (seen.has(range.blockId)) return `${name} is not its only one.`;
    seen.add(range.blockId);
    if (range.start < start) return `${name} comes after one that starts later.`;
    start = range.start;
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= range.start) open.pop();
    const around = open.at(-1);
    if (around && range.end > around.end) return `${name} ends after that of ${around.blockId} around it.`;
    open.push(range);
  }
  const expected = enabledBlocks(program);
  for (const id of seen) if (!expected.has(id)) return `There is a range for ${id}, which is not enabled.`;
  return undefined;
}

/**
 * Which block has no range though no diagnostic says why not. A number may have been reckoned into something else, and
 * an empty list may be what is meant by nothing at all.
 */
export function missingRange(program: ProgramState, { ranges, diagnostics }: Compilation): string | undefined {
  const covered = new Set(ranges.map(({ blockId }) => blockId));
  const excused = new Set(
    diagnostics.flatMap(({ blockId, severity, code }) =>
      severity === 'error' || code === 'unreachable' || code === 'never-evaluated' ? [blockId] : [],
    ),
  );
  const mayVanish = ({ type, inputs, fields }: BlockState): boolean =>
    type === 'math_number' ||
    (type.startsWith('lists_create') && Object.keys(inputs ?? {}).length === 0) ||
    (type === 'device_channel_list' && String(fields?.['NAMES']).trim() === '');
  for (const [id, block] of enabledBlocks(program, excused)) {
    if (!covered.has(id) && !mayVanish(block)) return `Block ${id}, a ${block.type}, has no range.`;
  }
  return undefined;
}

/** All blocks that are enabled, and within enabled ones, by ID; without those to skip, and what is in them. */
function enabledBlocks(program: ProgramState, skip = new Set<string>()): Map<string, BlockState> {
  const found = new Map<string, BlockState>();
  const visit = (block: BlockState | undefined): void => {
    for (let each = block; each; each = each.next?.block) {
      if (each.disabledReasons || skip.has(each.id ?? '')) continue;
      found.set(each.id ?? '', each);
      for (const { block: inner, shadow } of Object.values(each.inputs ?? {})) visit(inner ?? shadow);
    }
  };
  for (const top of program.blocks?.blocks ?? []) visit(top);
  return found;
}
