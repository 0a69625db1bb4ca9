/** What has changed in a program, where it keeps the very objects of all that has not. */

import type { ProgramState } from '../program.ts';
import { connected, isObject, type Json, type ProgramBlock } from '../read.ts';
import { programVersion } from '../versions.ts';
import { keptPairs } from './alignment.ts';
import { blocksWithin } from './census.ts';
import { isAlike, isSame, statesFrom } from './states.ts';
import { statesOf, type Stacks, type StackStates } from './stacks.ts';

/** Blocks that follow each other in a chain, and what is in their place now. */
export interface Change {
  chain: ProgramBlock[];
  from: number;
  removed: number;
  /** The states of the blocks that are there now. */
  added: Json[];
  /** The blocks that the chain is in, the innermost last. */
  around: readonly ProgramBlock[];
}

/** All that changed. */
export interface ProgramChanges {
  changes: Change[];
  /** The states of the stacks now; undefined where all are as they were. */
  states: StackStates | undefined;
}

/** Statements that are so few, with so few blocks in them, are better looked at as one change than as several. */
const fewStatements = 4;
const fewBlocks = 40;

/** Which changes of blocks make one program of the other; undefined where that cannot be told as changes of chains. */
export function changesOf(
  before: ProgramState,
  stacks: Stacks,
  after: ProgramState,
  isChain: (blocks: ProgramBlock[]) => boolean,
): ProgramChanges | undefined {
  // In a program of an older version, what is saved is not yet what is compiled.
  if (!isNewest(before) || !isNewest(after)) return undefined;
  const { states: known } = stacks;
  if (before.blocks === after.blocks) return { changes: [], states: undefined };
  const states = statesOf(after.blocks, known);
  if (states?.definitions.length !== stacks.definitions.length) return undefined;
  const differences = new Differences(isChain);
  for (const [index, chain] of stacks.definitions.entries()) {
    const now = states.definitions[index] ?? [];
    if (now !== known.definitions[index]) differences.chain(chain, now, []);
  }
  const { from, behind } = alike(known.main, states.main);
  const changed = states.main.slice(from, states.main.length - behind).flat();
  const front = count(known.main.slice(0, from));
  const back = count(known.main.slice(known.main.length - behind));
  differences.chain(stacks.main, changed, [], { from: front, end: stacks.main.length - back });
  return { changes: differences.changes, states };
}

/** How many stacks are the very same at the beginning, and of the others at the end. */
function alike(before: readonly Json[][], after: readonly Json[][]): { from: number; behind: number } {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let behind = 0;
  while (behind < most - from && before.at(-1 - behind) === after.at(-1 - behind)) behind++;
  return { from, behind };
}

/** How many blocks are in stacks. */
function count(stacks: readonly Json[][]): number {
  return stacks.reduce((sum, { length }) => sum + length, 0);
}

function isNewest({ version = 1 }: ProgramState): boolean {
  return version === programVersion;
}

class Differences {
  readonly changes: Change[] = [];

  constructor(private readonly isChain: (blocks: ProgramBlock[]) => boolean) {}

  /** Finds what changed in a chain, or a part of it, and makes what did not stand for its new state. */
  chain(
    chain: ProgramBlock[],
    states: readonly Json[],
    around: readonly ProgramBlock[],
    part = { from: 0, end: chain.length },
  ): void {
    let { from, end } = part;
    let [newFrom, newEnd] = [0, states.length];
    for (; from < end && newFrom < newEnd; from++, newFrom++) {
      if (!isKept(chain[from], states[newFrom])) break;
    }
    for (; end > from && newEnd > newFrom; end--, newEnd--) {
      if (!isKept(chain[end - 1], states[newEnd - 1])) break;
    }
    const [removed, added] = [chain.slice(from, end), states.slice(newFrom, newEnd)];
    const [[block], [state]] = [removed, added];
    if (removed.length === 0 && added.length === 0) return;
    const isOne = removed.length === 1 && added.length === 1 && block && state;
    if (isOne && this.isWithin(block, state, around)) return;
    if (isOne || removed.length === 0 || added.length === 0 || areFew(removed, added)) {
      this.changes.push({ chain, from, removed: removed.length, added, around });
    } else this.apart(chain, from, removed, added, around);
  }

  /** Finds what changed between blocks that are in both, as they are or with changes within. */
  private apart(
    chain: ProgramBlock[],
    from: number,
    removed: readonly ProgramBlock[],
    added: readonly Json[],
    around: readonly ProgramBlock[],
  ): void {
    let [at, newAt] = [0, 0];
    const between = (to: number, newTo: number): void => {
      if (to === at && newTo === newAt) return;
      this.changes.push({ chain, from: from + at, removed: to - at, added: added.slice(newAt, newTo), around });
    };
    const ids = [removed.map(({ id }) => id), added.map(({ id }) => (typeof id === 'string' ? id : ''))] as const;
    for (const [index, newIndex] of keptPairs(...ids)) {
      const [block, state] = [removed[index], added[newIndex]];
      if (!block || !state || !(isKept(block, state) || this.isWithin(block, state, around))) continue;
      between(index, newIndex);
      [at, newAt] = [index + 1, newIndex + 1];
    }
    between(removed.length, added.length);
  }

  /** Whether a block differs only by statements in it; then the changes of those are found. */
  private isWithin(block: ProgramBlock, state: Json, around: readonly ProgramBlock[]): boolean {
    if (!isAlike(block.state, state)) return false;
    const [inputs, others] = [block.state['inputs'], state['inputs']];
    if (!isObject(inputs) || !isObject(others)) return false;
    const inner: [ProgramBlock[], Json[]][] = [];
    for (const name of new Set([...Object.keys(inputs), ...Object.keys(others)])) {
      if (inputs[name] === others[name]) continue;
      const chain = Object.hasOwn(block.inputs, name) ? block.inputs[name] : undefined;
      const first = connected(others[name]);
      const states = first === undefined ? [] : statesFrom(first);
      if (!chain || !states || chain.length === 0 || states.length === 0 || !this.isChain(chain)) return false;
      inner.push([chain, states]);
    }
    block.state = state;
    for (const [chain, states] of inner) this.chain(chain, states, [...around, block]);
    return true;
  }
}

/** Whether a block is as it was but for what is behind it; then it stands for its new state. */
function isKept(block: ProgramBlock | undefined, state: Json | undefined): boolean {
  if (!block || !state || !isSame(block.state, state)) return false;
  block.state = state;
  return true;
}

function areFew(removed: readonly ProgramBlock[], added: readonly Json[]): boolean {
  if (removed.length > fewStatements || added.length > fewStatements) return false;
  let count = 0;
  for (const _ of blocksWithin(removed)) if (++count > fewBlocks) return false;
  return true;
}
