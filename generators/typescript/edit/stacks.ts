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
  /** The states that the blocks stand for; none before the first edit. */
  states: StackStates;
}

/** The states of a program's blocks, by stack. */
export interface StackStates {
  readonly definitions: readonly Json[][];
  readonly main: readonly Json[][];
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
  const starts = stacks.map(([block]) => block?.id ?? '');
  return { definitions, main, starts, cut, states: { definitions: [], main: [] } };
}

/** The states of a program as it is saved; undefined if it cannot be read. A stack as in `known` has the very same. */
export function statesOf(blocks: unknown, known: StackStates): StackStates | undefined {
  const tops: unknown = isObject(blocks) ? blocks['blocks'] : undefined;
  if (!Array.isArray(tops)) return undefined;
  const before = new Map<unknown, Json[]>();
  for (const states of known.definitions) before.set(states[0], states);
  for (const states of known.main) before.set(states[0], states);
  const definitions: Json[][] = [];
  const main: Json[][] = [];
  const placed = tops.map((top: unknown) => ({ top, place: placeOf(top) }));
  for (const { top } of placed.sort((one, other) => one.place - other.place)) {
    const states = before.get(top) ?? statesFrom(top);
    if (!states) return undefined;
    const [first] = states;
    if (!first) continue;
    if (isDefinition({ type: String(first['type']) })) definitions.push(states);
    else main.push(states);
  }
  return { definitions, main };
}

/** The IDs of the blocks with which stacks begin. */
export function startsOf(stacks: readonly Json[][]): string[] {
  return stacks.map(([first]) => (typeof first?.['id'] === 'string' ? first['id'] : ''));
}

function isFunction([first]: readonly ProgramBlock[]): boolean {
  return first !== undefined && isDefinition(first);
}
