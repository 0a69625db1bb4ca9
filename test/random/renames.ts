/** Ways to make a program smaller by its names: plain ones, and functions with a parameter less. */

import type { BlockState, ProgramState } from '../../generators/typescript/index.ts';
import { slots, withoutInput } from './slots.ts';

/** Changes a copy of the program. */
export type Edit = (program: ProgramState) => void;

/** Plain names for variables and functions, and functions without one of their parameters. */
export function* renames(program: ProgramState): Generator<Edit> {
  const plainNames = [...'abcdefghjklm'];
  for (const { id, name } of program.variables ?? []) {
    const free = plainNames.find((each) => !program.variables?.some((other) => other.name === each));
    if (!plainNames.includes(name) && free !== undefined) yield renameVariable(id, name, free);
  }
  for (const { block } of slots(program)) {
    const name = block.fields?.['NAME'];
    if (!block.type.startsWith('procedures_def') || typeof name !== 'string') continue;
    if (!/^f\d*$/.test(name)) yield renameFunction(name);
    const count = listIn(block.extraState, 'params')?.length ?? 0;
    for (let gone = 0; gone < count; gone++) yield dropParameter(name, gone);
  }
}

function renameVariable(id: string, name: string, free: string): Edit {
  const renamed = (parameter: unknown): unknown => {
    if (parameter === name) return free;
    const isIt = typeof parameter === 'object' && parameter !== null && 'id' in parameter && parameter.id === id;
    return isIt ? { id, name: free } : parameter;
  };
  return (copy) => {
    for (const variable of copy.variables ?? []) if (variable.id === id) variable.name = free;
    for (const { block } of slots(copy)) {
      const params = block.type.startsWith('procedures_') ? listIn(block.extraState, 'params') : undefined;
      if (params) block.extraState = { ...stateOf(block), params: params.map(renamed) };
    }
  };
}

function renameFunction(name: string): Edit {
  return (copy) => {
    const plain = slots(copy).filter(({ block }) => /^f\d+$/.test(String(block.fields?.['NAME'])));
    const free = `f${plain.length + 1}`;
    for (const { block } of slots(copy)) {
      if (block.type.startsWith('procedures_def') && block.fields?.['NAME'] === name) block.fields['NAME'] = free;
      if (stateOf(block)['name'] === name) block.extraState = { ...stateOf(block), name: free };
    }
  };
}

function dropParameter(name: string, gone: number): Edit {
  return (copy) => {
    for (const { block } of slots(copy)) {
      const isIt = block.fields?.['NAME'] === name || stateOf(block)['name'] === name;
      const params = listIn(block.extraState, 'params');
      if (!isIt || !params || !block.type.startsWith('procedures_')) continue;
      block.extraState = { ...stateOf(block), params: params.filter((_, index) => index !== gone) };
      if (block.type.startsWith('procedures_call')) block.inputs = withoutInput(block, 'ARG', gone);
    }
  };
}

function stateOf({ extraState }: BlockState): Record<string, unknown> {
  return typeof extraState === 'object' && extraState !== null ? { ...extraState } : {};
}

function listIn(extraState: unknown, name: string): unknown[] | undefined {
  if (typeof extraState !== 'object' || extraState === null) return undefined;
  const value: unknown = Object.entries(extraState).find(([key]) => key === name)?.[1];
  return Array.isArray(value) ? value : undefined;
}
