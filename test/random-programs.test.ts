/**
 * Programs that nobody thought of: random ones, of all the blocks in the toolbox. `npm run fuzz` tries as many as one
 * likes. `SEED` sets the seed; a failure says which it was.
 */

import { expect, test } from 'vitest';
import fc from 'fast-check';
import { trials } from './random/arbitrary.ts';
import { describe, minimize, tryBatch, type Sort } from './random/campaign.ts';
import { saved } from './random/oracle.ts';

const seed = Number(process.env['SEED'] ?? 1);

test('random programs are what Blockly saves', () => {
  for (const sound of [true, false]) {
    for (const trial of fc.sample(trials({ sound, pack: true }), { seed, numRuns: 20 })) {
      expect(saved(trial)).toEqual(trial.program);
    }
  }
});

test.each<[Sort, number]>([
  ['sound', 200],
  ['loose', 70],
  ['pack', 40],
  ['loosePack', 40],
])('%s programs', { timeout: 600_000 }, async (sort, runs) => {
  const { failures, notes } = await tryBatch(seed, runs, sort);
  const [first] = failures;
  if (first) throw new Error(describe(await minimize(first)));
  const compared = runs - (notes.get('takes too many steps') ?? 0);
  expect(compared).toBeGreaterThan(runs / 2);
});
