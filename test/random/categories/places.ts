/** Places in lists and texts. */

import type { BlockState } from '../../../generators/typescript/index.ts';
import type { Builder, Connection, Connections } from '../builder.ts';
import { number } from './math.ts';

export const wheres = ['FROM_START', 'FROM_END', 'FIRST', 'LAST', 'RANDOM'];

/** Whether one says by a number where that is. */
export function isCounted(where: string): boolean {
  return where === 'FROM_START' || where === 'FROM_END';
}

/** A place, mostly one near the end that is counted from. */
export function place(builder: Builder, depth: number): BlockState {
  const { choices } = builder;
  if (!choices.chance(0.8)) return builder.value('Number', depth);
  return { ...number(builder, choices.pick([0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4])), data: 'Number' };
}

/** The input for the number of a place, from the start or the end. */
export function at(builder: Builder, where: string, depth: number): Connection | undefined {
  return isCounted(where) ? builder.maybe(() => place(builder, depth)) : undefined;
}

/** The two ends of a part of a list or text. */
export function ends(
  builder: Builder,
  depth: number,
): { fields: { WHERE1: string; WHERE2: string }; inputs: Connections } {
  const WHERE1 = builder.choices.pick(['FROM_START', 'FROM_END', 'FIRST']);
  const WHERE2 = builder.choices.pick(['FROM_START', 'FROM_END', 'LAST']);
  return { fields: { WHERE1, WHERE2 }, inputs: { AT1: at(builder, WHERE1, depth), AT2: at(builder, WHERE2, depth) } };
}
