/** What blocks can be like, to know what random programs have in them, and what they lack. */

import * as Blockly from 'blockly';
import type { BlockState, ProgramState } from '../../generators/typescript/index.ts';
import { isStatementInput } from './slots.ts';

/** The inputs and fields of a block of one shape. */
interface Shape {
  inputs: string[];
  /** The fields that have one of some values, with these. */
  choices: Map<string, string[]>;
  isStatement: boolean;
}

/** What mutators make of blocks, beyond what their fields do. */
const mutations: Readonly<Record<string, readonly object[]>> = {
  controls_if: [{ elseIfCount: 1 }, { elseIfCount: 2 }, { hasElse: true }],
  lists_create_with: [0, 1, 2, 3, 4].map((itemCount) => ({ itemCount })),
  text_join: [0, 1, 2, 3, 4].map((itemCount) => ({ itemCount })),
  lists_getIndex: [{ isStatement: true }],
  lists_split: [{ mode: 'SPLIT' }, { mode: 'JOIN' }],
  object_create: [[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd']].map((keys) => ({ keys })),
  device_register: [{ returnResult: true }, { returnResult: false }],
  procedures_defnoreturn: parameters((name) => ({ name, id: name })),
  procedures_defreturn: [...parameters((name) => ({ name, id: name })), { hasStatements: false }],
  procedures_callnoreturn: parameters((name) => name),
  procedures_callreturn: parameters((name) => name),
};

/** One, two and three parameters. */
function parameters(make: (name: string) => unknown): object[] {
  return [['a'], ['a', 'b'], ['a', 'b', 'c']].map((names) => ({ params: names.map(make) }));
}

/**
 * Everything that blocks of the type can be like, as short texts: `lists_sort TYPE=TEXT`. Which value a field has, which
 * input is empty or full, what its mutator made, whether it has a comment, is disabled or folded, and where it stands.
 */
export function possibleFeatures(type: string): string[] {
  const first = shapeOf({ type });
  const found = new Set(['plain', 'commented', 'disabled', 'folded']);
  const add = (state: BlockState): void => {
    const { inputs, choices, isStatement } = shapeOf(state);
    if (isStatement) for (const place of ['main', 'function', 'loop']) found.add(`in ${place}`);
    for (const name of inputs) for (const how of ['full', 'empty']) found.add(`${name} ${how}`);
    for (const [name, values] of choices) for (const value of values) found.add(`${name}=${value}`);
  };
  add({ type });
  for (const [name, values] of first.choices) {
    for (const value of values) add({ type, fields: { [name]: value } });
  }
  for (const extraState of mutations[type] ?? []) {
    for (const mutation of namesOf(extraState)) found.add(mutation);
    add({ type, extraState });
  }
  return [...found].map((feature) => `${type} ${feature}`);
}

/** What the blocks of a program are like. */
export function featuresOf(program: ProgramState): Set<string> {
  const found = new Set<string>();
  const open: [block: BlockState, place: string][] = (program.blocks?.blocks ?? []).map((block) => [
    block,
    block.type.startsWith('procedures_def') ? 'function' : 'main',
  ]);
  for (let next = open.pop(); next; next = open.pop()) {
    const [block, place] = next;
    for (const each of featuresOfBlock(block, place)) found.add(`${block.type} ${each}`);
    for (const [name, { block: inner, shadow }] of Object.entries(block.inputs ?? {})) {
      const isLoop = isStatementInput(name) && isLoopBlock(block.type);
      for (const each of [inner, shadow]) if (each) open.push([each, isLoop ? 'loop' : place]);
    }
    if (block.next?.block) open.push([block.next.block, place]);
  }
  return found;
}

function isLoopBlock(type: string): boolean {
  return /^controls_(repeat|while|for)|^registration_for_each$/.test(type);
}

function* featuresOfBlock(block: BlockState, place: string): Generator<string> {
  const { type, icons, disabledReasons, collapsed, fields, inputs = {}, extraState } = block;
  const shape = shapeOf({ type, ...(fields && { fields }), ...(extraState !== undefined && { extraState }) });
  if (!icons && !disabledReasons && !collapsed) yield 'plain';
  if (icons) yield 'commented';
  if (disabledReasons) yield 'disabled';
  if (collapsed) yield 'folded';
  if (shape.isStatement) yield `in ${place}`;
  for (const name of shape.inputs) yield `${name} ${Object.hasOwn(inputs, name) ? 'full' : 'empty'}`;
  for (const [name] of shape.choices) yield `${name}=${String(fields?.[name]).replace(/^(true|false)$/, upper)}`;
  if (typeof extraState === 'object' && extraState !== null) yield* namesOf(extraState);
}

const upper = (text: string): string => text.toUpperCase();

/** What is in the extra state of a block: `itemCount=2`, of lists how long they are. */
function namesOf(extraState: object): string[] {
  return Object.entries(extraState)
    .filter(([name]) => name !== 'name')
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.length : value}`);
}

const known = new Map<string, Shape>();

/** The shape of a block; what is plugged into it does not matter. */
function shapeOf({ type, fields = {}, extraState }: BlockState): Shape {
  const plain = Object.entries(fields).filter(([, value]) => typeof value !== 'object');
  const key = JSON.stringify([type, plain.filter(([name]) => !/^(TEXT|NUM|NAMES|KEY\d)$/.test(name)), extraState]);
  let shape = known.get(key);
  if (!shape) known.set(key, (shape = look({ type, fields: Object.fromEntries(plain), extraState })));
  return shape;
}

function look(state: BlockState): Shape {
  const workspace = new Blockly.Workspace();
  Blockly.Events.disable();
  try {
    const block = Blockly.serialization.blocks.append({ ...state }, workspace);
    const choices = new Map<string, string[]>();
    for (const { fieldRow } of block.inputList) {
      for (const field of fieldRow) {
        if (field.name === undefined || field instanceof Blockly.FieldVariable) continue;
        if (field instanceof Blockly.FieldCheckbox) choices.set(field.name, ['TRUE', 'FALSE']);
        if (field instanceof Blockly.FieldDropdown) {
          choices.set(
            field.name,
            field.getOptions(false).map((option) => String(option[1])),
          );
        }
      }
    }
    return {
      inputs: block.inputList.filter(({ connection }) => connection).map(({ name }) => name),
      choices,
      isStatement: block.previousConnection !== null,
    };
  } finally {
    workspace.dispose();
    Blockly.Events.enable();
  }
}
