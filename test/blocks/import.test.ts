import * as Blockly from 'blockly';
import { expect, it } from 'vitest';

it('does nothing on import, and all of it when told to', async () => {
  const types = Object.keys(Blockly.Blocks);
  const words = { ...Blockly.Msg };
  const { blockDefinitions, installBlocks } = await import('../../blocks/index.ts');
  expect(Object.keys(Blockly.Blocks)).toEqual(types);
  expect(Blockly.Msg).toEqual(words);
  installBlocks();
  expect(Object.keys(Blockly.Blocks)).toEqual([...types, ...blockDefinitions.map(({ type }) => type)]);
}, 60_000);
