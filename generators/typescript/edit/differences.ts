/** What has changed in a program, where it keeps the very objects of all that has not. */

import type { ProgramState } from '../program.ts';
import { connected, isObject, type Json, type ProgramBlock } from '../read.ts';
import { programVersion } from '../versions.ts';
import { keptPairs } from './alignment.ts';
import { blocksWithin } from './census.ts';
import { isAlike, isSame, statesFrom } from './states.ts';
import { statesOf, type Stacks } from './stacks.ts';

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
  /** Where the stacks of main begin now. */
  starts: readonly string[];
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
  if (before.blocks === after.blocks) return { changes: [], starts: stacks.starts };
  const states = statesOf(after.blocks);
  if (states?.definitions.length !== stacks.definitions.length) return undefined;
  const differences = new Differences(isChain);
  stacks.definitions.forEach((chain, index) => differences.chain(chain, states.definitions[index] ?? [], []));
  differences.chain(stacks.main, states.main, []);
  return { changes: differences.changes, starts: states.starts };
}

function isNewest({ version = 1 }: ProgramState): boolean {
  return version === programVersion;
}

class Differences {
  readonly changes: Change[] = [];

  constructor(private readonly isChain: (blocks: ProgramBlock[]) => boolean) {}

  /** Finds what changed in a chain, and makes what did not stand for its new state. */
  chain(chain: ProgramBlock[], states: readonly Json[], around: readonly ProgramBlock[]): void {
    let from = 0;
    for (; from < chain.length && from < states.length; from++) {
      if (!isKept(chain[from], states[from])) break;
    }
    let [end, newEnd] = [chain.length, states.length];
    for (; end > from && newEnd > from; end--, newEnd--) {
      if (!isKept(chain[end - 1], states[newEnd - 1])) break;
    }
    const added = states.slice(from, newEnd);
    const [removed, [block], [state]] = [chain.slice(from, end), chain.slice(from, end), added];
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
