/** What is known of all blocks of a program, and of blocks that come and go. */

import { variableId } from '../lower/entities.ts';
import type { Lowerings } from '../lower/lowering.ts';
import type { Whole } from '../compile.ts';
import type { ProgramBlock } from '../read.ts';
import { constraintsOf } from './constraints.ts';

/** What is known of all blocks of the program; found when the first statement is replaced. */
export interface Census {
  ids: Set<string>;
  constraints: Map<string, number>;
  /** Variables that loops count with. */
  counters: Set<string>;
  /** Every block has an ID of its own. */
  isUnique: boolean;
}

export function censusOf({ tree }: Whole, lowerings: Lowerings | undefined): Census {
  const census: Census = {
    ids: new Set(),
    constraints: constraintsOf(tree, lowerings),
    counters: new Set(),
    isUnique: true,
  };
  for (const stack of tree.stacks) {
    for (const { id } of blocksWithin(stack)) {
      if (id === '' || census.ids.has(id)) census.isUnique = false;
      census.ids.add(id);
    }
    for (const id of countersIn(stack)) census.counters.add(id);
  }
  return census;
}

export function* blocksWithin(chain: readonly ProgramBlock[]): Generator<ProgramBlock> {
  const open = [...chain];
  for (let block = open.pop(); block; block = open.pop()) {
    yield block;
    for (const input of Object.values(block.inputs)) for (const inner of input) open.push(inner);
  }
}

/** The IDs of all blocks; undefined if one has none, or that of another. */
export function idsOf(chain: readonly ProgramBlock[]): Set<string> | undefined {
  const ids = new Set<string>();
  for (const { id } of blocksWithin(chain)) {
    if (id === '' || ids.has(id)) return undefined;
    ids.add(id);
  }
  return ids;
}

/** The variables that loops count with. */
export function countersIn(chain: readonly ProgramBlock[]): Set<string> {
  const counters = new Set<string>();
  for (const block of blocksWithin(chain)) {
    if (block.type !== 'controls_for') continue;
    for (const field of Object.values(block.fields)) counters.add(variableId(field) ?? '');
  }
  return counters;
}

/** How many fields name each variable, by its ID; those in statements within the blocks are left out if asked for. */
export function mentionsOf(
  chain: readonly ProgramBlock[],
  chains?: ReadonlyMap<readonly ProgramBlock[], unknown>,
): Map<string, number> {
  const mentions = new Map<string, number>();
  const open = [...chain];
  for (let block = open.pop(); block; block = open.pop()) {
    for (const field of Object.values(block.fields)) {
      const id = typeof field === 'object' ? variableId(field) : undefined;
      if (id !== undefined) mentions.set(id, (mentions.get(id) ?? 0) + 1);
    }
    for (const input of Object.values(block.inputs)) if (!chains?.has(input)) open.push(...input);
  }
  return mentions;
}
