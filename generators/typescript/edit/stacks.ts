/**
 * The stacks of a program: the functions, and what main runs. The stacks of main are one chain here: where one ends and
 * the next begins is of no matter to the code, unless what is behind a statement in its own stack is never reached.
 */

import type { Whole } from '../compile.ts';
import { isDefinition } from '../lower/functions.ts';
import { isObject, placeOf, type Json, type ProgramBlock } from '../read.ts';
import { statesFrom } from './states.ts';

export interface Stacks {
  definitions: ProgramBlock[][];
  main: ProgramBlock[];
  /** The IDs of the blocks with which the stacks of main begin. */
  starts: readonly string[];
  /** Blocks of main in whose stack something is never reached. */
  cut: ReadonlySet<ProgramBlock>;
}

/** The states of a program's blocks by stack; those of main one behind the other. */
export interface StackStates {
  definitions: Json[][];
  main: Json[];
  starts: string[];
}

/** Finds the stacks of a compiled program, whose tree and places are then those of one chain for main. */
export function stacksOf({ tree, lowerer, main: { body } }: Whole): Stacks {
  const definitions = tree.stacks.filter(isFunction);
  const stacks = tree.stacks.filter((stack) => !isFunction(stack));
  const main = stacks.flat();
  const places = stacks.flatMap((stack) => lowerer.places.get(stack) ?? []);
  const cut = new Set(stacks.filter((stack) => lowerer.places.get(stack)?.isCut).flat());
  for (const stack of stacks) lowerer.places.delete(stack);
  const [first] = places;
  if (first) lowerer.places.set(main, { ...first, body, isCut: false, isAgain: places.some(({ isAgain }) => isAgain) });
  tree.stacks = [...definitions, main];
  return { definitions, main, starts: stacks.map(([block]) => block?.id ?? ''), cut };
}

/** The same of a program as it is saved; undefined if it cannot be read. */
export function statesOf(blocks: unknown): StackStates | undefined {
  const tops: unknown = isObject(blocks) ? blocks['blocks'] : undefined;
  if (!Array.isArray(tops)) return undefined;
  const found: StackStates = { definitions: [], main: [], starts: [] };
  const placed = tops.map((top: unknown) => ({ top, place: placeOf(top) }));
  for (const { top } of placed.sort((one, other) => one.place - other.place)) {
    const states = statesFrom(top);
    if (!states) return undefined;
    const [first] = states;
    if (!first) continue;
    if (isDefinition({ type: String(first['type']) })) {
      found.definitions.push(states);
      continue;
    }
    const { id } = first;
    found.starts.push(typeof id === 'string' ? id : '');
    for (const state of states) found.main.push(state);
  }
  return found;
}

function isFunction([first]: readonly ProgramBlock[]): boolean {
  return first !== undefined && isDefinition(first);
}
