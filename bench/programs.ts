/** Programs of any size, made of blocks that Blockly has too. */

import type { BlockState, ProgramState } from '../generators/typescript/program.ts';

const variables = [
  { id: 'count', name: 'count' },
  { id: 'names', name: 'names' },
  { id: 'name', name: 'name' },
];

const variable = (id: string): BlockState => ({ type: 'variables_get', fields: { VAR: { id } } });
const number = (value: number): BlockState => ({ type: 'math_number', fields: { NUM: value } });
const text = (value: string): BlockState => ({ type: 'text', fields: { TEXT: value } });
const set = (id: string, block: BlockState): BlockState => ({
  type: 'variables_set',
  fields: { VAR: { id } },
  inputs: { VALUE: { block } },
});
const print = (block: BlockState): BlockState => ({ type: 'text_print', inputs: { TEXT: { block } } });

/**
 * What people write most: set, change, compare, repeat, join text, go through a list. Each piece is one stack of
 * statements, so that the chain grows long without growing deep.
 */
const pieces: readonly ((index: number) => BlockState)[] = [
  (index) => set('count', number(index)),
  (index) => ({
    type: 'controls_if',
    inputs: {
      IF0: {
        block: {
          type: 'logic_compare',
          fields: { OP: 'LT' },
          inputs: { A: { block: variable('count') }, B: { block: number(index) } },
        },
      },
      DO0: { block: print(text(`fewer than ${index}`)) },
    },
  }),
  (index) => ({
    type: 'math_change',
    fields: { VAR: { id: 'count' } },
    inputs: { DELTA: { block: number(index % 7) } },
  }),
  (index) =>
    set('names', {
      type: 'lists_create_with',
      extraState: { itemCount: 3 },
      inputs: {
        ADD0: { block: text('ads') },
        ADD1: { block: text('discount') },
        ADD2: { block: text(`channel ${index}`) },
      },
    }),
  () => ({
    type: 'controls_forEach',
    fields: { VAR: { id: 'name' } },
    inputs: {
      LIST: { block: variable('names') },
      DO: {
        block: print({
          type: 'text_join',
          extraState: { itemCount: 2 },
          inputs: { ADD0: { block: variable('name') }, ADD1: { block: text('!') } },
        }),
      },
    },
  }),
  (index) => ({
    type: 'controls_repeat_ext',
    inputs: {
      TIMES: { block: number(3) },
      DO: {
        block: set('count', {
          type: 'math_arithmetic',
          fields: { OP: 'ADD' },
          inputs: {
            A: { block: variable('count') },
            B: {
              block: {
                type: 'math_arithmetic',
                fields: { OP: 'MULTIPLY' },
                inputs: { A: { block: number(index) }, B: { block: variable('count') } },
              },
            },
          },
        }),
      },
    },
  }),
];

/** Blocks in a stack, after which a new one begins: far below the length at which Blockly's serializer overflows. */
const stackLength = 400;

/** A program of about so many blocks: stacks of statements as people write them. */
export function everydayProgram(blockCount: number): ProgramState {
  const stacks: BlockState[] = [];
  let made = 0;
  let index = 0;
  while (made < blockCount) {
    const statements: BlockState[] = [];
    let inStack = 0;
    while (made < blockCount && inStack < stackLength) {
      const statement = pieces[index % pieces.length]?.(index) ?? number(0);
      index++;
      statements.push(statement);
      const size = countBlocks(statement);
      inStack += size;
      made += size;
    }
    stacks.push(chain(statements));
  }
  stacks.forEach((stack, row) => Object.assign(stack, { x: 0, y: row * 1000 }));
  return withIds({ version: 1, blocks: { languageVersion: 0, blocks: stacks }, variables });
}

/** One chain of so many statements. */
export function chainProgram(length: number): ProgramState {
  const statements = Array.from({ length }, (_, index) => set('count', number(index)));
  return withIds({ version: 1, blocks: { languageVersion: 0, blocks: [chain(statements)] }, variables });
}

/** So many variables, each set to a number and later to a text. */
export function variablesProgram(count: number): ProgramState {
  const named = Array.from({ length: count }, (_, index) => ({ id: `v${index}`, name: `v${index}` }));
  const numbers = named.map(({ id }, index) => set(id, number(index)));
  const texts = named.map(({ id }) => set(id, text('a')));
  return withIds({
    version: 1,
    blocks: { languageVersion: 0, blocks: [chain([...numbers, ...texts])] },
    variables: named,
  });
}

/** Statements in each other: so many `if`s, each with its condition, around one print. */
export function nestedProgram(depth: number): ProgramState {
  let block = print(text('deep'));
  for (let level = 0; level < depth; level++) {
    const condition: BlockState = { type: 'logic_boolean', fields: { BOOL: 'TRUE' } };
    block = { type: 'controls_if', inputs: { IF0: { block: condition }, DO0: { block } } };
  }
  return withIds({ version: 1, blocks: { languageVersion: 0, blocks: [block] }, variables });
}

/** One program of several: their stacks one below the other. */
export function beneath(programs: readonly ProgramState[]): ProgramState {
  const stacks = programs.flatMap(({ blocks }) => blocks?.blocks ?? []);
  const placed = stacks.map((stack, row) => ({ ...stack, x: 0, y: row * 1000 }));
  return withIds({ version: 1, blocks: { languageVersion: 0, blocks: placed }, variables });
}

/** How many blocks a program has. */
export function sizeOf(program: ProgramState): number {
  return (program.blocks?.blocks ?? []).reduce((sum, block) => sum + countBlocks(block), 0);
}

function chain(statements: readonly BlockState[]): BlockState {
  for (let i = 0; i + 1 < statements.length; i++) {
    const [statement, next] = [statements[i], statements[i + 1]];
    if (statement && next) statement.next = { block: next };
  }
  const [first] = statements;
  if (!first) throw new RangeError('A chain has at least one statement.');
  return first;
}

function countBlocks(block: BlockState): number {
  let blocks = 0;
  visit([block], () => blocks++);
  return blocks;
}

function withIds(program: ProgramState): ProgramState {
  let id = 0;
  visit(program.blocks?.blocks ?? [], (block) => {
    block.id = `block${id++}`;
  });
  return program;
}

/** Visits blocks and all that hangs on them, without recursion: a chain may be longer than the call stack is deep. */
function visit(blocks: readonly BlockState[], visitor: (block: BlockState) => void): void {
  const open = [...blocks];
  for (let block = open.pop(); block; block = open.pop()) {
    visitor(block);
    if (block.next?.block) open.push(block.next.block);
    for (const input of Object.values(block.inputs ?? {})) if (input.block) open.push(input.block);
  }
}
