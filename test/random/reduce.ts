/** Makes a program that fails smaller, as long as it still fails. */

import type { BlockState, ProgramState } from '../../generators/typescript/index.ts';
import type { Trial } from './arbitrary.ts';
import { isListKind, kinds, packKinds, type Kind } from './kinds.ts';

/** Which of these fail in the same way. Need not look at those after the first that does. */
export type StillFails = (candidates: readonly Trial[]) => Promise<readonly boolean[]>;

/** How many programs are tried at once. */
const chunk = 100;

/**
 * The smallest program that was found to fail still.
 *
 * @param sound Keep values of the kinds that blocks ask for, as `kinds.ts` explains.
 */
export async function reduce(trial: Trial, sound: boolean, stillFails: StillFails): Promise<Trial> {
  let smallest = trial;
  // Candidates that come after the last that was taken come first in the next round: what came before did not do.
  let from = 0;
  for (let barren = false; !barren;) {
    barren = from === 0;
    const candidates = [...smaller(smallest, sound)].slice(from);
    let position = from;
    let taken: Trial | undefined;
    for (let start = 0; start < candidates.length && !taken; start += chunk) {
      const tried = candidates.slice(start, start + chunk).map((make) => make());
      const fails = await stillFails(tried);
      for (const [index, candidate] of tried.entries()) {
        if (!fails[index] || (taken && sizeOf(taken) <= sizeOf(candidate))) continue;
        taken = candidate;
        position = from + start + index;
      }
    }
    if (taken) {
      smallest = taken;
      barren = false;
      from = position;
    } else from = 0;
  }
  return smallest;
}

function sizeOf({ program }: Trial): number {
  return JSON.stringify(program).length;
}

/** The program as one would give it to somebody else: without the marks of the builder. */
export function unmarked(program: ProgramState): ProgramState {
  const copy = structuredClone(program);
  for (const { block } of slots(copy)) delete block.data;
  return copy;
}

type Change = () => Trial;

/** A place where a block is, or hangs. */
interface Slot {
  block: BlockState;
  isStatement: boolean;
  /** Puts another block there, or none. */
  put(block: BlockState | undefined): void;
}

function isStatementInput(name: string): boolean {
  return /^(DO\d*|ELSE|STACK|TRY|CATCH|FINALLY)$/.test(name);
}

/** All places of a program, outer ones first. */
function slots(program: ProgramState): Slot[] {
  const found: Slot[] = [];
  const tops = program.blocks?.blocks ?? [];
  const visit = (slot: Slot): void => {
    found.push(slot);
    const { block } = slot;
    for (const [name, connection] of Object.entries(block.inputs ?? {})) {
      for (const role of ['block', 'shadow'] as const) {
        const inner = connection[role];
        if (!inner) continue;
        const put = (other: BlockState | undefined): void => {
          if (other) connection[role] = other;
          else delete connection[role];
          if (!connection.block && !connection.shadow) delete block.inputs?.[name];
        };
        visit({ block: inner, isStatement: isStatementInput(name), put });
      }
    }
    const { next } = block;
    if (next?.block) {
      const put = (other: BlockState | undefined): void => {
        if (other) next.block = other;
        else delete block.next;
      };
      visit({ block: next.block, isStatement: true, put });
    }
  };
  tops.forEach((block, index) => {
    visit({
      block,
      isStatement: true,
      put: (other) => {
        if (other) tops[index] = { ...other, x: block.x ?? 0, y: block.y ?? 0 };
        else tops.splice(index, 1);
      },
    });
  });
  return found;
}

/** Ways to make the program smaller, boldest first. */
function* smaller(trial: Trial, sound: boolean): Generator<Change> {
  const change =
    (edit: (program: ProgramState) => void): Change =>
    () => {
      const program = structuredClone(trial.program);
      edit(program);
      return { ...trial, program };
    };
  const { program } = trial;
  const places = slots(program);
  const atSlot = (index: number, edit: (slot: Slot) => void): Change =>
    change((copy) => {
      const slot = slots(copy)[index];
      if (slot) edit(slot);
    });

  for (const [index, { isStatement, block }] of places.entries()) {
    if (!isStatement) continue;
    yield atSlot(index, ({ put }) => put(undefined));
    if (block.next) yield atSlot(index, ({ block, put }) => put(block.next?.block));
    for (const [name, { block: inner }] of Object.entries(block.inputs ?? {})) {
      if (inner && isStatementInput(name)) yield atSlot(index, ({ put }) => put(append(inner, block.next?.block)));
    }
  }
  for (const [index, { isStatement, block }] of places.entries()) {
    if (isStatement) continue;
    if (!sound) yield atSlot(index, ({ put }) => put(undefined));
    const kind = kindOf(block);
    for (const literal of literals(kind, sound)) {
      // One literal is as small as another, but for the order in which they come.
      if (isSame(literal, block)) break;
      yield atSlot(index, ({ put }) => put({ ...literal, id: block.id ?? 'b0' }));
    }
    for (const inner of descendants(block)) {
      const fits = !sound || kind === 'Any' || kindOf(inner) === kind;
      if (fits) yield atSlot(index, ({ put }) => put({ ...inner, data: kind }));
    }
  }
  for (const [index, { block }] of places.entries()) {
    yield* plainer(block).map((edit) => atSlot(index, (slot) => edit(slot.block)));
  }
  yield* renames(program, change);
  for (const { id } of program.variables ?? []) {
    if (!JSON.stringify(program.blocks).includes(`"id":"${id}"`)) {
      yield change((copy) => {
        copy.variables = copy.variables?.filter((each) => each.id !== id) ?? [];
      });
    }
  }
  const { oneBasedIndex, format, trace } = trial.options;
  if (format === 'script') yield () => ({ ...trial, options: { ...trial.options, format: 'function' } });
  if (trace) yield () => ({ ...trial, options: { ...trial.options, trace: false } });
  if (!oneBasedIndex) yield () => ({ ...trial, options: { ...trial.options, oneBasedIndex: true } });
}

function append(first: BlockState, rest: BlockState | undefined): BlockState {
  if (!rest) return first;
  return { ...first, next: { block: first.next?.block ? append(first.next.block, rest) : rest } };
}

function kindOf({ data }: BlockState): Kind {
  return [...kinds, ...packKinds].find((kind) => kind === data) ?? 'Any';
}

/** The value blocks within a value block. */
function descendants(block: BlockState): BlockState[] {
  return Object.values(block.inputs ?? {}).flatMap(({ block: inner, shadow }) =>
    [inner, shadow].flatMap((each) => (each ? [each, ...descendants(each)] : [])),
  );
}

function literals(kind: Kind, sound: boolean): BlockState[] {
  const made: Partial<Record<Kind, BlockState>> = {
    Number: { type: 'math_number', data: kind, fields: { NUM: 1 } },
    String: { type: 'text', data: kind, fields: { TEXT: 'a' } },
    Boolean: { type: 'logic_boolean', data: kind, fields: { BOOL: 'TRUE' } },
  };
  const list: BlockState = { type: 'lists_create_with', data: kind, extraState: { itemCount: 0 } };
  if (!sound || kind === 'Any') return [...Object.values(made), list];
  const fitting = isListKind(kind) ? list : made[kind];
  return fitting ? [fitting] : [];
}

function isSame(a: BlockState, b: BlockState): boolean {
  return a.type === b.type && JSON.stringify(a.fields) === JSON.stringify(b.fields) && !b.inputs;
}

/** Ways to make one block plainer. */
function plainer(block: BlockState): ((block: BlockState) => void)[] {
  const edits: ((block: BlockState) => void)[] = [];
  if (block.icons) edits.push((copy) => delete copy.icons);
  if (block.disabledReasons) edits.push((copy) => delete copy.disabledReasons);
  const setField = (name: string, value: unknown): void => {
    if (block.fields?.[name] !== undefined && block.fields[name] !== value) {
      edits.push((copy) => (copy.fields = { ...copy.fields, [name]: value }));
    }
  };
  if (block.type === 'math_number') setField('NUM', 1);
  if (block.type === 'text') setField('TEXT', 'a');
  for (const connection of Object.keys(block.inputs ?? {})) {
    if (block.inputs?.[connection]?.block && block.inputs[connection]?.shadow) {
      edits.push((copy) => delete copy.inputs?.[connection]?.shadow);
    }
    const { shadow, block: over } = block.inputs?.[connection] ?? {};
    if (shadow && !over) {
      edits.push((copy) => {
        if (copy.inputs) copy.inputs[connection] = { block: shadow };
      });
    }
  }
  const { extraState } = block;
  if (typeof extraState !== 'object' || extraState === null) return edits;
  const state = new Map<string, unknown>(Object.entries(extraState));
  const without = (copy: BlockState, names: string[]): void => {
    copy.inputs = Object.fromEntries(Object.entries(copy.inputs ?? {}).filter(([name]) => !names.includes(name)));
  };
  const items = state.get('itemCount');
  if (typeof items === 'number' && items > 0) {
    for (let gone = 0; gone < items; gone++) {
      edits.push((copy) => {
        const inputs = Object.entries(copy.inputs ?? {}).flatMap(
          ([name, connection]): [string, typeof connection][] => {
            const index = Number(name.slice('ADD'.length));
            return index === gone ? [] : [[`ADD${index > gone ? index - 1 : index}`, connection]];
          },
        );
        copy.inputs = Object.fromEntries(inputs);
        copy.extraState = { itemCount: items - 1 };
      });
    }
  }
  const branches = state.get('elseIfCount');
  if (typeof branches === 'number' && branches > 0) {
    edits.push((copy) => {
      without(copy, [`IF${branches}`, `DO${branches}`]);
      copy.extraState = { ...extraState, elseIfCount: branches - 1 };
    });
  }
  if (state.get('hasElse') === true) {
    edits.push((copy) => {
      without(copy, ['ELSE']);
      copy.extraState = { ...extraState, hasElse: false };
    });
  }
  return edits;
}

/** Plain names for variables, and functions without a parameter. */
function* renames(program: ProgramState, change: (edit: (program: ProgramState) => void) => Change): Generator<Change> {
  const plainNames = [...'abcdefghjklm'];
  for (const { id, name } of program.variables ?? []) {
    const free = plainNames.find((each) => !program.variables?.some((other) => other.name === each));
    if (plainNames.includes(name) || free === undefined) continue;
    yield change((copy) => {
      for (const variable of copy.variables ?? []) if (variable.id === id) variable.name = free;
      for (const { block } of slots(copy)) {
        const params = block.type.startsWith('procedures_') ? listIn(block.extraState, 'params') : undefined;
        if (!params) continue;
        const renamed = params.map((each) => {
          if (each === name) return free;
          return typeof each === 'object' && each !== null && 'id' in each && each.id === id
            ? { id, name: free }
            : each;
        });
        block.extraState = { ...stateOf(block), params: renamed };
      }
    });
  }
  for (const { block } of slots(program)) {
    if (!block.type.startsWith('procedures_def')) continue;
    const name = block.fields?.['NAME'];
    if (typeof name !== 'string') continue;
    if (!/^f\d*$/.test(name)) {
      yield change((copy) => {
        const free = `f${slots(copy).filter(({ block }) => /^f\d+$/.test(String(block.fields?.['NAME']))).length + 1}`;
        for (const { block } of slots(copy)) {
          if (block.type.startsWith('procedures_def') && block.fields?.['NAME'] === name) block.fields['NAME'] = free;
          if (stateOf(block)['name'] === name) block.extraState = { ...stateOf(block), name: free };
        }
      });
    }
    const count = listIn(block.extraState, 'params')?.length ?? 0;
    for (let gone = 0; gone < count; gone++) {
      yield change((copy) => {
        for (const { block } of slots(copy)) {
          const isIt = block.fields?.['NAME'] === name || stateOf(block)['name'] === name;
          const params = listIn(block.extraState, 'params');
          if (!isIt || !params || !block.type.startsWith('procedures_')) continue;
          block.extraState = { ...stateOf(block), params: params.filter((_, index) => index !== gone) };
          if (!block.type.startsWith('procedures_call')) continue;
          const inputs = Object.entries(block.inputs ?? {}).flatMap(
            ([input, connection]): [string, typeof connection][] => {
              const index = Number(input.slice('ARG'.length));
              return index === gone ? [] : [[`ARG${index > gone ? index - 1 : index}`, connection]];
            },
          );
          block.inputs = Object.fromEntries(inputs);
        }
      });
    }
  }
}

function stateOf({ extraState }: BlockState): Record<string, unknown> {
  return typeof extraState === 'object' && extraState !== null ? { ...extraState } : {};
}

function listIn(extraState: unknown, name: string): unknown[] | undefined {
  if (typeof extraState !== 'object' || extraState === null) return undefined;
  const value: unknown = Object.entries(extraState).find(([key]) => key === name)?.[1];
  return Array.isArray(value) ? value : undefined;
}
