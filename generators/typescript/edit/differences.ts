/** What has changed in a program, where it keeps the very objects of all that has not. */

import type { ProgramState } from '../program.ts';
import { connected, isEnabled, isObject, placeOf, type Json, type ProgramBlock, type ProgramTree } from '../read.ts';
import { programVersion } from '../versions.ts';

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

/** Parts of a block that the code does not depend on, or that are looked at apart. */
const notCompared = new Set(
  'x y collapsed inline deletable movable editable data icons next inputs enabled disabledReasons'.split(' '),
);

/** Which changes make one program of the other; undefined where that cannot be told as changes of chains. */
export function changesOf(
  before: ProgramState,
  tree: ProgramTree,
  after: ProgramState,
  isChain: (blocks: ProgramBlock[]) => boolean,
): Change[] | undefined {
  // In a program of an older version, what is saved is not yet what is compiled.
  if (!isNewest(before) || !isNewest(after) || before.variables !== after.variables) return undefined;
  if (before.blocks === after.blocks) return [];
  const tops = isObject(after.blocks) ? after.blocks['blocks'] : undefined;
  if (!Array.isArray(tops)) return undefined;
  const { stacks } = tree;
  const differences = new Differences(isChain);
  let index = 0;
  for (const top of tops.map((each: unknown) => each).sort((one, other) => placeOf(one) - placeOf(other))) {
    const stack = stacks[index];
    // With the very same block at its beginning, all of a stack is the same.
    if (stack && stack[0]?.state === top) {
      index++;
      continue;
    }
    const states = statesFrom(top);
    if (!states) return undefined;
    if (states.length === 0) continue;
    if (!stack) return undefined;
    differences.chain(stack, states, []);
    index++;
  }
  if (index !== stacks.length) return undefined;
  return differences.changes;
}

function isNewest({ version = 1 }: ProgramState): boolean {
  return version === programVersion;
}

class Differences {
  readonly changes: Change[] = [];

  constructor(private readonly isChain: (blocks: ProgramBlock[]) => boolean) {}

  chain(chain: ProgramBlock[], states: readonly Json[], around: readonly ProgramBlock[]): void {
    let from = 0;
    for (; from < chain.length && from < states.length; from++) {
      const [block, state] = [chain[from], states[from]];
      if (!block || !state) break;
      // From here on all is the same.
      if (block.state === state && chain.length === states.length) return;
      if (!isSame(block.state, state)) break;
      block.state = state;
    }
    let [end, newEnd] = [chain.length, states.length];
    for (; end > from && newEnd > from; end--, newEnd--) {
      const [block, state] = [chain[end - 1], states[newEnd - 1]];
      if (!block || !state || !isSame(block.state, state)) break;
      block.state = state;
    }
    if (from === end && from === newEnd) return;
    const [block, state] = [chain[from], states[from]];
    if (end === newEnd && end === from + 1 && block && state && this.isWithin(block, state, around)) return;
    const added = states.slice(from, newEnd);
    if (!this.isMoved(chain, from, end, added, around)) {
      this.changes.push({ chain, from, removed: end - from, added, around });
    }
  }

  /** Whether only one block went to the other end of these; then it goes, and comes again. */
  private isMoved(
    chain: ProgramBlock[],
    from: number,
    end: number,
    added: readonly Json[],
    around: readonly ProgramBlock[],
  ): boolean {
    if (end - from !== added.length || added.length < 3) return false;
    for (const isForward of [true, false]) {
      const [at, to] = isForward ? [from, end - 1] : [end - 1, from];
      const rest = [...chain.slice(from, at), ...chain.slice(at + 1, end)];
      const others = isForward ? added.slice(0, -1) : added.slice(1);
      const moved = isForward ? added.at(-1) : added[0];
      if (!moved || !rest.every(({ state }, index) => isSame(state, others[index] ?? {}))) continue;
      rest.forEach((block, index) => (block.state = others[index] ?? block.state));
      this.changes.push({ chain, from: at, removed: 1, added: [], around });
      this.changes.push({ chain, from: to, removed: 0, added: [moved], around });
      return true;
    }
    return false;
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

/** Whether two states are the same block but for what is behind it. */
function isSame(one: Json, other: Json): boolean {
  return one === other || (hasSameParts(one['inputs'], other['inputs']) && isAlike(one, other));
}

/** Whether two objects hold the very same things. */
function hasSameParts(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other)) return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/** Whether two states are the same block but for what is in it and behind it. */
function isAlike(one: Json, other: Json): boolean {
  for (const name in one) if (one[name] !== other[name] && !notCompared.has(name)) return false;
  for (const name in other) if (one[name] !== other[name] && !notCompared.has(name)) return false;
  return commentOf(one) === commentOf(other);
}

/** The states of the blocks of a chain that are not switched off. */
function statesFrom(first: unknown): Json[] | undefined {
  const states: Json[] = [];
  for (let state: unknown = first; state !== undefined;) {
    if (!isObject(state) || typeof state['type'] !== 'string') return undefined;
    if (isEnabled(state)) states.push(state);
    state = state['next'] === undefined ? undefined : connected(state['next']);
  }
  return states;
}

function commentOf(block: Json): unknown {
  const icons = block['icons'];
  const comment = isObject(icons) ? icons['comment'] : undefined;
  return isObject(comment) ? comment['text'] : undefined;
}
