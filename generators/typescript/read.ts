/**
 * Phase 1: program JSON in, checked program tree out.
 *
 * Nothing here trusts its input, and nothing throws on bad data: what cannot be read becomes a
 * diagnostic that names the block. Chains and nesting are walked with a stack of our own, so
 * that their length has no limit.
 */

import type { Diagnostic } from './compilation.ts';
import { diagnose } from './problems.ts';
import { programVersion, upgrade, versionOf } from './versions.ts';

/** A block, with its inputs as chains of blocks. A value input holds a chain of one. */
export interface ProgramBlock {
  type: string;
  id: string;
  fields: Record<string, unknown>;
  inputs: Record<string, ProgramBlock[]>;
  extraState: unknown;
  comment: string;
  /** What it was read from. */
  state: Json;
}

export interface ProgramVariable {
  id: string;
  name: string;
  type: string;
}

export interface ProgramTree {
  /** The chains of blocks at the top, in the order in which they run. */
  stacks: ProgramBlock[][];
  variables: Map<string, ProgramVariable>;
  /** How many blocks there are, with those that are switched off. */
  size: number;
}

/** `sin(3°)`: Blockly runs the blocks at the top in the order in which a slightly tilted line meets them. */
const scanSlope = Math.sin((3 * Math.PI) / 180);

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const noInputs: Record<string, ProgramBlock[]> = Object.freeze({});
const noFields: Record<string, unknown> = Object.freeze({});

/** Reads a program. Problems are added to `diagnostics`; what can be read is read. */
export function read(saved: unknown, diagnostics: Diagnostic[]): ProgramTree {
  const tree: ProgramTree = { stacks: [], variables: new Map(), size: 0 };
  const problem = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };

  if (!isObject(saved)) {
    problem(diagnose('not-a-program', {}, ''));
    return tree;
  }
  const version = versionOf(saved);
  if (version === undefined || version > programVersion) {
    problem(
      version === undefined
        ? diagnose('unknown-version', {}, '')
        : diagnose('newer-version', { version: String(version), newest: String(programVersion) }, ''),
    );
    return tree;
  }
  let program: Json;
  try {
    program = upgrade(saved);
  } catch {
    problem(diagnose('unreadable-blocks', {}, ''));
    return tree;
  }
  readVariables(program['variables'], tree, problem);

  const blocks = program['blocks'];
  if (blocks === undefined) return tree;
  const tops = isObject(blocks) ? blocks['blocks'] : undefined;
  if (!isObject(blocks) || (tops !== undefined && !Array.isArray(tops))) {
    problem(diagnose('unreadable-blocks', {}, ''));
    return tree;
  }

  const open: Unread[] = [];
  for (const state of tops ?? []) {
    const chain: ProgramBlock[] = [];
    tree.stacks.push(chain);
    open.push({ state, chain, parent: '', input: '' });
  }
  tree.size = readChains(open, problem);

  // Where a stack stands is said by its first block, even if that is switched off.
  tree.stacks = tree.stacks
    .map((stack, index) => ({ stack, place: placeOf(tops?.[index]) }))
    .filter(({ stack }) => stack.length > 0)
    .sort((a, b) => a.place - b.place)
    .map(({ stack }) => stack);
  return tree;
}

/** Reads blocks without what is behind them. */
export function readAlone(states: readonly unknown[], diagnostics: Diagnostic[]): ProgramBlock[] {
  const blocks: ProgramBlock[] = [];
  for (const state of states) {
    readChains([{ state, chain: blocks, parent: '', input: '', isAlone: true }], (diagnostic) => {
      diagnostics.push(diagnostic);
    });
  }
  return blocks;
}

/** A chain still to be read: the state of its first block, and where to put the blocks. */
interface Unread {
  state: unknown;
  chain: ProgramBlock[];
  parent: string;
  input: string;
  /** What is behind the first block is not to be read. */
  isAlone?: boolean;
}

/** Reads chains, and says how many blocks it found. */
function readChains(open: Unread[], problem: (diagnostic: Diagnostic) => void): number {
  const seen = new Set<Json>();
  for (let next = open.pop(); next; next = open.pop()) {
    const { chain } = next;
    let { parent, input } = next;
    let state: unknown = next.state;
    while (state !== undefined) {
      if (!isObject(state) || typeof state['type'] !== 'string') {
        problem(diagnose('not-a-block', {}, parent, input || undefined));
        break;
      }
      if (seen.has(state)) {
        problem(diagnose('repeated-block', {}, parent, input || undefined));
        break;
      }
      seen.add(state);
      const block = readBlock(state);
      if (isEnabled(state)) {
        chain.push(block);
        const inputs = state['inputs'];
        if (isObject(inputs)) {
          block.inputs = {};
          for (const name of Object.keys(inputs)) {
            const child = connected(inputs[name]);
            if (child === undefined || name === '__proto__') continue;
            const inner: ProgramBlock[] = [];
            block.inputs[name] = inner;
            open.push({ state: child, chain: inner, parent: block.id, input: name });
          }
        } else if (inputs !== undefined) {
          problem(diagnose('bad-inputs', { type: block.type }, block.id));
        }
      }
      const following = state['next'];
      parent = block.id;
      input = '';
      state = following === undefined || next.isAlone ? undefined : connected(following);
    }
  }
  return seen.size;
}

/** Where a block at the top stands among the others. */
export function placeOf(state: unknown): number {
  if (!isObject(state)) return 0;
  const [x, y] = [state['x'], state['y']].map((part) => (Number.isFinite(part) ? Number(part) : 0));
  return (y ?? 0) + (x ?? 0) * scanSlope;
}

/** The block connected to an input or behind a block; a shadow block only where no other is. */
export function connected(connection: unknown): unknown {
  if (!isObject(connection)) return connection === undefined ? undefined : null;
  return connection['block'] ?? connection['shadow'];
}

export function isEnabled(state: Json): boolean {
  const reasons = state['disabledReasons'];
  return state['enabled'] !== false && !(Array.isArray(reasons) && reasons.length > 0);
}

function readBlock(state: Json): ProgramBlock {
  const id = state['id'];
  const fields = state['fields'];
  const icons = state['icons'];
  const comment = isObject(icons) ? icons['comment'] : undefined;
  const text = isObject(comment) ? comment['text'] : undefined;
  return {
    type: String(state['type']),
    id: typeof id === 'string' ? id : '',
    fields: isObject(fields) ? fields : noFields,
    inputs: noInputs,
    extraState: state['extraState'],
    comment: typeof text === 'string' ? text : '',
    state,
  };
}

function readVariables(variables: unknown, tree: ProgramTree, problem: (diagnostic: Diagnostic) => void): void {
  if (variables === undefined) return;
  if (!Array.isArray(variables)) {
    problem(diagnose('unreadable-variables', {}, ''));
    return;
  }
  for (const variable of variables) {
    const id: unknown = isObject(variable) ? variable['id'] : undefined;
    const name: unknown = isObject(variable) ? variable['name'] : undefined;
    const type: unknown = isObject(variable) ? variable['type'] : undefined;
    if (typeof id !== 'string' || typeof name !== 'string') {
      problem(diagnose('not-a-variable', {}, ''));
      continue;
    }
    tree.variables.set(id, { id, name, type: typeof type === 'string' ? type : '' });
  }
}
