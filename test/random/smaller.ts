/** Ways to make a program smaller. */

import type { BlockState, ProgramState } from '../../generators/typescript/index.ts';
import { isListKind, kinds, packKinds, type Kind } from './kinds.ts';
import { plainer } from './plainer.ts';
import type { Trial } from './programs.ts';
import { renames } from './renames.ts';
import { isStatementInput, slots, type Slot } from './slots.ts';

type Change = () => Trial;

/** Ways to make the program smaller, boldest first. */
export function* smaller(trial: Trial, sound: boolean): Generator<Change> {
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
    for (const edit of plainer(block)) yield atSlot(index, (slot) => edit(slot.block));
  }
  for (const edit of renames(program)) yield change(edit);
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
