/** Random programs have everything in them that blocks can be, so that nothing goes untried without anybody knowing. */

import * as Blockly from 'blockly';
import { expect, it } from 'vitest';
import { installBlocks } from '../../blocks/index.ts';
import { sample, sorts, type Sort } from './campaign.ts';
import { featuresOf, possibleFeatures } from './features.ts';

/** What all is tried in as many programs of each sort as this: a small part of any campaign. */
const most = 2000;
const step = 100;

it('random programs have all that blocks of the toolbox can be', { timeout: 600_000 }, () => {
  installBlocks();
  const types = Object.keys(Blockly.Blocks).filter((type) => !isPartOfMutator(type));
  const missing = new Set(types.flatMap(possibleFeatures));
  expect(missing.size).toBeGreaterThan(900);
  const names = Object.keys(sorts).filter((name): name is Sort => Object.hasOwn(sorts, name));
  for (let count = 0; count < most && missing.size > 0; count += step) {
    for (const { program } of names.flatMap((name) => sample(count, step, name))) {
      for (const feature of featuresOf(program)) missing.delete(feature);
    }
  }
  expect([...missing]).toEqual([]);
});

/** Blocks that only the dialogs of mutators show. */
function isPartOfMutator(type: string): boolean {
  return /^controls_if_|_container$|_item$|^procedures_mutator|^object_create_/.test(type);
}
