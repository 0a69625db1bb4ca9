/** Random edits of programs as data. What an edit leaves as it was is the very same object afterwards. */

import type { BlockState, ProgramState } from '../../generators/typescript/index.ts';
import type { Choices, Weighted } from './choices.ts';
import { someComment, someText } from './words.ts';

export type Edit = (program: ProgramState, choices: Choices) => ProgramState;

const edits: readonly Weighted<Edit>[] = [
  [12, changeLiteral],
  [2, changeOption],
  [2, (program, choices) => anywhere(program, choices, (block) => ({ ...block, ...commented(choices) }))],
  [2, (program, choices) => anywhere(program, choices, (block) => ({ ...block, collapsed: true, inline: false }))],
  [1, (program, choices) => anywhere(program, choices, (block) => ({ ...block, disabledReasons: ['MANUALLY'] }))],
  [2, (program, choices) => anywhere(program, choices, (block) => remove(block))],
  [2, addStatement],
  [6, addEveryday],
  [4, duplicate],
  [3, move],
  [4, plug],
  [2, unplug],
  [1, swap],
  [4, renameVariable],
  [2, addVariable],
  [1, removeVariable],
  [2, moveStack],
  [3, dragFromToolbox],
  [3, dragOut],
  [2, dragIn],
  [1, duplicateStack],
  [1, deleteStack],
];

/** A program with one thing changed; the same one where there is nothing to change in the way that was chosen. */
export function editJson(program: ProgramState, choices: Choices): ProgramState {
  return choices.weighted(edits)(program, choices);
}

/** Texts and numbers with which code may be another. */
const values = [0, 1, 2, 7, 12.5, 1e21, -1, '', ' ', '0', 'abc', 'name', '1.5', 'a.b', 'ünïcode 🎈', '2026-01-01'];

function changeLiteral(program: ProgramState, choices: Choices): ProgramState {
  const kinds: Record<string, string> = { text: 'TEXT', text_multiline: 'TEXT', math_number: 'NUM' };
  const literals = blocksOf(program).filter(({ type }) => Object.hasOwn(kinds, type));
  if (literals.length === 0) return program;
  const block = choices.pick(literals);
  const field = kinds[block.type] ?? '';
  const isText = field === 'TEXT';
  const fitting = values.filter((value) => (typeof value === 'string') === isText);
  const value =
    isText && choices.chance(0.5) ? someText(choices, true) : choices.pick(choices.chance(0.9) ? fitting : values);
  return replace(program, block, { ...block, fields: { ...block.fields, [field]: value } });
}

function changeOption(program: ProgramState, choices: Choices): ProgramState {
  const options = ['ADD', 'MINUS', 'EQ', 'LT', 'FIRST', 'FROM_START', 'TRUE', 'FALSE', 'UNTIL', 'BREAK', 'LOG', 'WARN'];
  return anywhere(program, choices, (block) => {
    const names = Object.keys(block.fields ?? {});
    return names.length > 0
      ? { ...block, fields: { ...block.fields, [choices.pick(names)]: choices.pick(options) } }
      : block;
  });
}

const commented = (choices: Choices): Pick<BlockState, 'icons'> => ({
  icons: { comment: { text: someComment(choices) } },
});

/** What is behind a block in its place. */
function remove(block: BlockState): BlockState | undefined {
  return block.next?.block;
}

/** An ID by which the program has hardly any block. The same seed gives the same, whatever was edited before. */
const newId = (choices: Choices): string => `new ${choices.below(2 ** 32)}`;

function addStatement(program: ProgramState, choices: Choices): ProgramState {
  const id = newId(choices);
  const literal: BlockState = { type: 'text', id: `${id} text`, fields: { TEXT: someText(choices, false) } };
  const statement: BlockState = { type: 'text_print', id, inputs: { TEXT: { block: literal } } };
  return anywhere(program, choices, (block) => ({ ...block, next: { block: { ...statement, ...behind(block) } } }));
}

/** A statement of those that people write most, about variables of the program. */
function addEveryday(program: ProgramState, choices: Choices): ProgramState {
  const variables = program.variables ?? [];
  if (variables.length === 0) return program;
  const someVariable = () => ({ VAR: { id: choices.pick(variables).id } });
  const id = () => newId(choices);
  const number = (): BlockState => ({ type: 'math_number', id: id(), fields: { NUM: choices.between(0, 9) } });
  const get = (): BlockState => ({ type: 'variables_get', id: id(), fields: someVariable() });
  const value = (): BlockState => choices.weighted<() => BlockState>(everydayValues(number, get, id))();
  const leave = (): BlockState => ({
    type: 'controls_flow_statements',
    fields: { FLOW: choices.chance(0.7) ? 'BREAK' : 'CONTINUE' },
  });
  const print = (block: BlockState): BlockState => ({ type: 'text_print', id: id(), inputs: { TEXT: { block } } });
  const statement = choices.weighted<() => BlockState>([
    [2, () => ({ type: 'text_print', id: id(), inputs: { TEXT: { block: value() } } })],
    [3, () => ({ type: 'variables_set', id: id(), fields: someVariable(), inputs: { VALUE: { block: value() } } })],
    [3, () => ({ type: 'math_change', id: id(), fields: someVariable(), inputs: { DELTA: { block: number() } } })],
    [1, () => ({ type: 'text_append', id: id(), fields: someVariable(), inputs: { TEXT: { block: value() } } })],
    [1, () => ({ type: 'controls_if', id: id(), inputs: { IF0: { block: value() }, DO0: { block: print(value()) } } })],
    [
      1,
      () => ({
        type: 'controls_repeat_ext',
        id: id(),
        inputs: { TIMES: { block: value() }, DO: { block: print(get()) } },
      }),
    ],
    [
      2,
      (): BlockState => {
        const set: BlockState = {
          type: 'variables_set',
          id: id(),
          fields: someVariable(),
          inputs: { VALUE: { block: value() } },
          ...(choices.chance(0.7) && { next: { block: { ...leave(), id: id() } } }),
        };
        const condition: BlockState = {
          type: 'controls_if',
          id: id(),
          inputs: { IF0: { block: value() }, DO0: { block: set } },
          ...(choices.chance(0.5) && { next: { block: print(get()) } }),
        };
        const TEST: BlockState = { type: 'logic_boolean', id: id(), fields: { BOOL: 'TRUE' } };
        return choices.chance(0.5)
          ? { type: 'controls_whileUntil', id: id(), inputs: { BOOL: { block: TEST }, DO: { block: condition } } }
          : { type: 'controls_repeat_ext', id: id(), inputs: { TIMES: { block: number() }, DO: { block: condition } } };
      },
    ],
    [1, () => ({ ...leave(), id: id() })],
    [
      1,
      () => ({
        type: 'controls_forEach',
        id: id(),
        fields: someVariable(),
        inputs: { LIST: { block: get() }, DO: { block: print(get()) } },
      }),
    ],
    [
      1,
      () => ({
        type: 'controls_for',
        id: id(),
        fields: someVariable(),
        inputs: { FROM: { block: get() }, TO: { block: value() }, BY: { block: number() } },
      }),
    ],
  ])();
  return anywhere(program, choices, (block) => ({ ...block, next: { block: { ...statement, ...behind(block) } } }));
}

const everydayValues = (
  number: () => BlockState,
  get: () => BlockState,
  id: () => string,
): readonly Weighted<() => BlockState>[] => [
  [2, number],
  [2, get],
  [1, () => ({ type: 'text', id: id(), fields: { TEXT: 'new' } })],
  [1, () => ({ type: 'logic_boolean', id: id(), fields: { BOOL: 'TRUE' } })],
  [
    1,
    () => ({
      type: 'lists_create_with',
      id: id(),
      extraState: { itemCount: 1 },
      inputs: { ADD0: { block: number() } },
    }),
  ],
  [
    1,
    () => ({
      type: 'math_arithmetic',
      id: id(),
      fields: { OP: 'ADD' },
      inputs: { A: { block: get() }, B: { block: number() } },
    }),
  ],
  [
    1,
    () => ({
      type: 'logic_compare',
      id: id(),
      fields: { OP: 'EQ' },
      inputs: { A: { block: get() }, B: { block: number() } },
    }),
  ],
];

/** Puts a copy of a statement, without what is behind it, behind one. */
function duplicate(program: ProgramState, choices: Choices): ProgramState {
  const statements = blocksOf(program).filter(({ next }) => next);
  if (statements.length === 0) return program;
  const copied = copyOf(choices.pick(statements), choices);
  const before = choices.pick(statements);
  return replace(program, before, { ...before, next: { block: { ...copied, ...behind(before) } } });
}

/** Puts a statement behind another in the same program. */
function move(program: ProgramState, choices: Choices): ProgramState {
  const movable = blocksOf(program).filter(({ next }) => next);
  if (movable.length === 0) return program;
  const original = choices.pick(movable);
  const { next: _, x: _x, y: _y, ...moved } = original;
  const without = replace(program, original, remove(original));
  const statements = blocksOf(without).filter(({ next }) => next);
  if (statements.length === 0) return program;
  const before = choices.pick(statements);
  return replace(without, before, { ...before, next: { block: { ...moved, ...behind(before) } } });
}

function copyOf(original: BlockState, choices: Choices): BlockState {
  const { next: _, x: _x, y: _y, ...block } = original;
  const inputs = Object.entries(block.inputs ?? {}).map(([name, { block: inner, shadow }]): [string, Link] => [
    name,
    { ...(inner && { block: chainOf(inner, choices) }), ...(shadow && { shadow: chainOf(shadow, choices) }) },
  ]);
  return { ...block, id: newId(choices), ...(block.inputs && { inputs: Object.fromEntries(inputs) }) };
}

const chainOf = (block: BlockState, choices: Choices): BlockState => ({
  ...copyOf(block, choices),
  ...(block.next?.block && { next: { block: chainOf(block.next.block, choices) } }),
});

/** Puts a copy of one value in the place of another. */
function plug(program: ProgramState, choices: Choices): ProgramState {
  const values = valuesOf(program);
  if (values.length === 0) return program;
  return replace(program, choices.pick(values), copyOf(choices.pick(values), choices));
}

function unplug(program: ProgramState, choices: Choices): ProgramState {
  const values = valuesOf(program);
  return values.length === 0 ? program : replace(program, choices.pick(values), undefined);
}

/** Blocks that are hardly anything but values. */
function valuesOf(program: ProgramState): BlockState[] {
  return blocksOf(program).filter(
    ({ type }) =>
      /^(math|text|logic|lists|variables_get|date)/.test(type) && !/print|change|append|setIndex/.test(type),
  );
}

const behind = ({ next }: BlockState): Pick<BlockState, 'next'> => (next ? { next } : {});

/** Exchanges a block with the one behind it. */
function swap(program: ProgramState, choices: Choices): ProgramState {
  const pairs = blocksOf(program).filter(({ next }) => next?.block);
  if (pairs.length === 0) return program;
  const block = choices.pick(pairs);
  const other = block.next?.block;
  if (!other) return program;
  const { next: _, x = 0, y = 0, ...first } = block;
  return replace(program, block, { ...other, x, y, next: { block: { ...first, ...behind(other) } } });
}

/** Gives a variable another name, which may be that of another or no name at all. */
export function renameVariable(program: ProgramState, choices: Choices): ProgramState {
  const { variables = [] } = program;
  if (variables.length === 0) return program;
  const renamed = choices.pick(variables);
  const name = choices.weighted<() => string>([
    [2, () => choices.pick(['other', 'count', 'main', 'for', 'x y', 'item', 'i', 'X', '$', 'test'])],
    [
      3,
      () => choices.pick(['ß', '数', 'name', 'counter', 'the name of all that is there']) + String(choices.below(30)),
    ],
    [1, () => 'long '.repeat(choices.between(1, 15))],
    [1, () => choices.pick(['', ' ', '7 days', "it's"])],
    [1, () => choices.pick(variables).name],
  ])();
  return { ...program, variables: variables.map((each) => (each === renamed ? { ...each, name } : each)) };
}

function addVariable(program: ProgramState, choices: Choices): ProgramState {
  const { variables = [] } = program;
  const added = { id: choices.chance(0.5) ? newId(choices) : `v${choices.below(9)}`, name: `new ${choices.below(9)}` };
  return { ...program, variables: choices.chance(0.5) ? [...variables, added] : [added, ...variables] };
}

/** Some variable, which blocks may name. */
function removeVariable(program: ProgramState, choices: Choices): ProgramState {
  const { variables = [] } = program;
  if (variables.length === 0) return program;
  const removed = choices.pick(variables);
  return { ...program, variables: variables.filter((each) => each !== removed) };
}

/** Puts blocks at a place of their own. */
function atTop(program: ProgramState, { x: _x, y: _y, ...block }: BlockState, choices: Choices): ProgramState {
  const top = { ...block, x: choices.between(0, 50), y: choices.between(-2000, 2000) };
  return { ...program, blocks: { ...program.blocks, blocks: [...topsOf(program), top] } };
}

const topsOf = (program: ProgramState): BlockState[] => program.blocks?.blocks ?? [];

function dragFromToolbox(program: ProgramState, choices: Choices): ProgramState {
  const id = newId(choices);
  const text: BlockState = { type: 'text', id: `${id} text`, fields: { TEXT: someText(choices, false) } };
  const variables = program.variables ?? [];
  const VAR = variables.length > 0 ? { id: choices.pick(variables).id } : {};
  const block = choices.pick<BlockState>([
    { type: 'text_print', id, inputs: { TEXT: { shadow: text } } },
    { type: 'math_number', id, fields: { NUM: choices.between(0, 9) } },
    { type: 'controls_if', id },
    { type: 'variables_get', id, fields: { VAR } },
    { type: 'variables_set', id, fields: { VAR } },
    { type: 'device_register', id },
    { ...text, id },
  ]);
  return atTop(program, block, choices);
}

/** Drags blocks to a place of their own: one, or a statement with all that is behind it. */
function dragOut(program: ProgramState, choices: Choices): ProgramState {
  const blocks = blocksOf(program);
  if (blocks.length === 0) return program;
  const block = choices.pick(blocks);
  if (topsOf(program).includes(block)) return moveStack(program, choices);
  const { next: _, ...alone } = block;
  if (choices.chance(0.5)) return atTop(replace(program, block, undefined), block, choices);
  return atTop(replace(program, block, remove(block)), alone, choices);
}

/** Puts a stack behind a statement of another one, or of itself. */
function dragIn(program: ProgramState, choices: Choices): ProgramState {
  const stacks = topsOf(program).filter(({ next }) => next);
  if (stacks.length === 0) return program;
  const { x: _x, y: _y, ...stack } = choices.pick(stacks);
  const without = replace(program, stacks.find(({ id }) => id === stack.id) ?? stack, undefined);
  const statements = blocksOf(without).filter(({ next }) => next);
  if (statements.length === 0) return program;
  const before = choices.pick(statements);
  return replace(without, before, { ...before, next: { block: withBehind(stack, before.next) } });
}

/** A stack with more behind its last block. */
function withBehind(stack: BlockState, next: BlockState['next']): BlockState {
  const chain: BlockState[] = [];
  for (let block: BlockState | undefined = stack; block; block = block.next?.block) chain.push(block);
  let behind = next;
  for (const block of chain.toReversed()) {
    const { next: _, ...alone } = block;
    behind = { block: behind ? { ...alone, next: behind } : alone };
  }
  return behind?.block ?? stack;
}

function duplicateStack(program: ProgramState, choices: Choices): ProgramState {
  const tops = topsOf(program);
  return tops.length === 0 ? program : atTop(program, chainOf(choices.pick(tops), choices), choices);
}

function deleteStack(program: ProgramState, choices: Choices): ProgramState {
  const tops = topsOf(program);
  return tops.length === 0 ? program : replace(program, choices.pick(tops), undefined);
}

function moveStack(program: ProgramState, choices: Choices): ProgramState {
  const tops = program.blocks?.blocks ?? [];
  if (tops.length === 0) return program;
  const moved = choices.pick(tops);
  const y = choices.chance(0.5) ? (moved.y ?? 0) + 1 : choices.between(-2000, 2000);
  return replace(program, moved, { ...moved, y });
}

function anywhere(
  program: ProgramState,
  choices: Choices,
  change: (block: BlockState) => BlockState | undefined,
): ProgramState {
  const blocks = blocksOf(program);
  if (blocks.length === 0) return program;
  const block = choices.pick(blocks);
  return replace(program, block, change(block));
}

/** All blocks of a program, shadow blocks included. */
function blocksOf(program: ProgramState): BlockState[] {
  const all: BlockState[] = [];
  const open = [...(program.blocks?.blocks ?? [])];
  for (let block = open.pop(); block; block = open.pop()) {
    all.push(block);
    for (const { block: inner, shadow } of linksOf(block))
      open.push(...(inner ? [inner] : []), ...(shadow ? [shadow] : []));
  }
  return all;
}

const linksOf = ({ inputs = {}, next }: BlockState) => [...Object.values(inputs), ...(next ? [next] : [])];

function replace(program: ProgramState, old: BlockState, now: BlockState | undefined): ProgramState {
  const blocks = (program.blocks?.blocks ?? []).flatMap((top) => within(top, old, now) ?? []);
  return { ...program, blocks: { ...program.blocks, blocks } };
}

/** The block with another in the place of `old`; the very same if that is not in it. */
function within(block: BlockState, old: BlockState, now: BlockState | undefined): BlockState | undefined {
  if (block === old) return now;
  const next = block.next && link(block.next, old, now);
  const inputs = Object.entries(block.inputs ?? {}).map(([name, each]) => [name, link(each, old, now)] as const);
  const isSame = next === block.next && inputs.every(([name, each]) => each === block.inputs?.[name]);
  if (isSame) return block;
  return { ...block, ...(next && { next }), ...(block.inputs && { inputs: Object.fromEntries(inputs) }) };
}

type Link = NonNullable<BlockState['next']>;

function link(before: Link, old: BlockState, now: BlockState | undefined): Link {
  const block = before.block && within(before.block, old, now);
  const shadow = before.shadow && within(before.shadow, old, now);
  if (block === before.block && shadow === before.shadow) return before;
  return { ...(block && { block }), ...(shadow && { shadow }) };
}
