/** Short names for the blocks of a program, so that a test reads like the program it is about. */

import type { BlockState, ProgramState } from '../../generators/typescript/index.ts';

let count = 0;

interface Shape {
  fields?: Record<string, unknown>;
  inputs?: Record<string, BlockState | BlockState[]>;
  extraState?: unknown;
  comment?: string;
  id?: string;
}

/** A block; an input given as an array is a chain of statements. */
export function block(type: string, { fields, inputs, extraState, comment, id }: Shape = {}): BlockState {
  const state: BlockState = { type, id: id ?? `${type}-${++count}` };
  if (fields) state.fields = fields;
  if (extraState !== undefined) state.extraState = extraState;
  if (comment !== undefined) state.icons = { comment: { text: comment } };
  if (inputs) {
    state.inputs = {};
    for (const [name, given] of Object.entries(inputs)) {
      const child = Array.isArray(given) ? chain(given) : given;
      if (child) state.inputs[name] = { block: child };
    }
  }
  return state;
}

/** Blocks one behind the other. Made from the end, so that a chain may be as long as you like. */
export function chain(blocks: readonly BlockState[]): BlockState | undefined {
  let rest: BlockState | undefined;
  for (const each of [...blocks].reverse()) {
    if (rest) each.next = { block: rest };
    rest = each;
  }
  return rest;
}

/** A program of one or more stacks; every variable that a field names by its ID has the ID for a name. */
export function program(...stacks: (BlockState | BlockState[])[]): ProgramState {
  const tops = stacks.map((stack, index) => {
    const top = Array.isArray(stack) ? chain(stack) : stack;
    return top && { ...top, x: 0, y: index * 1000 };
  });
  const ids = new Set<string>();
  const open: (BlockState | undefined)[] = [...tops];
  while (open.length > 0) {
    const each = open.pop();
    if (!each) continue;
    for (const field of Object.values(each.fields ?? {})) {
      if (typeof field === 'object' && field !== null && 'id' in field) ids.add(String(field.id));
    }
    for (const input of Object.values(each.inputs ?? {})) open.push(input.block, input.shadow);
    open.push(each.next?.block);
  }
  return {
    version: 1,
    blocks: { languageVersion: 0, blocks: tops.filter((top) => top !== undefined) },
    variables: [...ids].map((id) => ({ id, name: id })),
  };
}

export const text = (value: string): BlockState => block('text', { fields: { TEXT: value } });
export const number = (value: number): BlockState => block('math_number', { fields: { NUM: value } });
export const boolean = (value: boolean): BlockState =>
  block('logic_boolean', { fields: { BOOL: value ? 'TRUE' : 'FALSE' } });
export const get = (name: string): BlockState => block('variables_get', { fields: { VAR: { id: name } } });
export const set = (name: string, value: BlockState): BlockState =>
  block('variables_set', { fields: { VAR: { id: name } }, inputs: { VALUE: value } });
export const print = (value: BlockState): BlockState => block('text_print', { inputs: { TEXT: value } });
export const list = (...items: BlockState[]): BlockState =>
  block('lists_create_with', {
    extraState: { itemCount: items.length },
    inputs: Object.fromEntries(items.map((item, index) => [`ADD${index}`, item])),
  });
export const compare = (left: BlockState, operator: string, right: BlockState): BlockState =>
  block('logic_compare', { fields: { OP: operator }, inputs: { A: left, B: right } });
export const plus = (left: BlockState, right: BlockState): BlockState =>
  block('math_arithmetic', { fields: { OP: 'ADD' }, inputs: { A: left, B: right } });
export const when = (test: BlockState, ...body: BlockState[]): BlockState =>
  block('controls_if', { inputs: { IF0: test, DO0: body } });
export const repeat = (times: number, ...body: BlockState[]): BlockState =>
  block('controls_repeat_ext', { inputs: { TIMES: number(times), DO: body } });
