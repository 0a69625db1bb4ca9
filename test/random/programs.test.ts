/**
 * Programs that nobody thought of: random ones, of all the blocks in the toolbox. `npm run fuzz` tries as many as one
 * likes. The seed is that of the environment variable `SEED`, so that a failure can be repeated, or another one found.
 * Otherwise it is always the same, so that what fails was broken by the change at hand. It is a date: none was tried to
 * find one that passes.
 */

import { afterAll, describe, expect, it } from 'vitest';
import { compile, type BlockState } from '../../generators/typescript/index.ts';
import { saved } from './blockly.ts';
import { describe as tell, minimize, sample, tryBatch, type Sort } from './campaign.ts';
import { compareRuns } from './compare.ts';
import { reduce } from './reduce.ts';
import { Sandbox } from './sandbox.ts';
import { slots } from './slots.ts';

const seed = Number(process.env['SEED'] ?? 20261124);
const runs = 240;

const sandbox = new Sandbox();
afterAll(() => sandbox.close());

/** Time enough for a busy machine, and to make what fails smaller. */
const timeout = 600_000;

it(`${runs} of seed ${seed} compile to code that is right`, { timeout }, async () => {
  console.info(`Random programs of seed ${seed}; SEED=${seed} repeats them.`);
  const { failures, compared } = await tryBatch(sandbox, seed, runs);
  const [first] = failures;
  if (first) throw new Error(`${failures.length} fail. One of them:\n\n${tell(await minimize(first, sandbox))}`);
  expect(compared).toBeGreaterThan(runs / 4);
});

describe('the programs', () => {
  const programs = (['sound', 'loose', 'pack', 'loosePack'] as const satisfies Sort[]).flatMap((sort) =>
    sample(seed, 100, sort),
  );

  it('are what Blockly saves', () => {
    for (const trial of programs.filter((_, index) => index % 5 === 0)) expect(saved(trial)).toEqual(trial.program);
  });
});

describe('the sandbox', () => {
  it.each([
    ['a loop without an end', 'for (;;);'],
    ['a list that grows in a helper', 'const grow = (list) => { while (true) list.push(1); }; grow([]);'],
    ['functions that call each other', 'function f() { return g(); } function g() { return f(); } f();'],
    ['a list that takes all the memory', 'const all = []; for (;;) all.push(new Array(3e7).fill(0));'],
  ])('ends %s', { timeout }, async (_, code) => {
    const { ending } = await sandbox.run(code, 1000);
    expect(ending.kind).toBe('gave up');
    expect(await sandbox.run('console.log(1); done();', 1000)).toEqual({ output: ['1'], ending: { kind: 'finished' } });
  });

  it('says what was printed, and how it ended', async () => {
    const code = 'console.log("1"); window.alert([1]); console.log(prompt("four")); failed(new TypeError("no"));';
    expect(await sandbox.run(code, 10)).toEqual({
      output: ["'1'", '[ 1 ]', "'banana'"],
      ending: { kind: 'threw', error: 'TypeError: no' },
    });
  });
});

describe('a program that fails', () => {
  const printing = (text: string): BlockState => ({
    type: 'text_print',
    id: `print ${text}`,
    inputs: { TEXT: { block: { type: 'text', id: text, fields: { TEXT: text } } } },
  });
  const trial = (...texts: string[]) => ({
    program: { version: 1, blocks: { languageVersion: 0, blocks: texts.map((text) => printing(text)) } },
    options: {},
    sound: true,
    pack: false,
  });

  it('is found by what it prints', async () => {
    const [right, wrong] = [trial('a'), trial('b')];
    expect(await compareRuns(right, compile(right.program), sandbox)).toEqual({});
    expect((await compareRuns(right, compile(wrong.program), sandbox)).difference).toContain("Blockly prints 'a'");
  });

  it('is made smaller for as long as it fails', async () => {
    const isLong = ({ program }: { program: object }) => JSON.stringify(program).includes('here');
    const smallest = await reduce(trial('x', 'here', 'y'), true, async (candidates) => candidates.map(isLong));
    expect(slots(smallest.program).map(({ block }) => block.id)).toEqual(['print here', 'here']);
  });
});
