/** Ways to make one block plainer. */

import type { BlockState } from '../../generators/typescript/index.ts';
import { withoutInput } from './slots.ts';

export function plainer(block: BlockState): ((block: BlockState) => void)[] {
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
        copy.inputs = withoutInput(copy, 'ADD', gone);
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
