/** The examples of the gallery: each is a program as Blockly saves it, compiles without a problem of its own, and does what it says. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile, type ProgramState } from '../../generators/typescript/index.ts';
import { levels } from '../../playground/gallery.ts';
import { english } from '../../playground/messages.ts';
import { createEmulator } from '../../src/emulator/index.ts';
import { createWorkspace, save } from '../blocks/workspace.ts';
import { runProgram } from '../run/run-program.ts';
import { checkTypeScript } from '../tsc/check.ts';

const folder = path.resolve(import.meta.dirname, '../../playground/examples');
const names = readdirSync(folder).map((file) => path.basename(file, '.json'));
const read = (name: string): ProgramState => JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'));

/** Runs an example against a service of its own. */
async function run(name: string) {
  const emulator = createEmulator();
  try {
    const result = await runProgram(compile(read(name)), { handle: emulator.handle });
    const channels = (await emulator.devices()).flatMap((device) => device.channels.map(({ channel }) => channel));
    const printed = result.output.map(({ level, values }) => [level, ...values]);
    return { ...result, printed, channels, messages: await emulator.messages('device-1') };
  } finally {
    emulator.dispose();
  }
}

test('there are at least twelve, each in a level, with a title and three sentences', () => {
  expect(Object.values(levels).flat().toSorted()).toEqual(names.toSorted());
  expect(Object.keys(english.learning.gallery).toSorted()).toEqual(names.toSorted());
  expect(names.length).toBeGreaterThanOrEqual(12);
  for (const { title, text } of Object.values(english.learning.gallery)) {
    expect(title.length).toBeGreaterThan(3);
    expect(text.split(/(?<=[.?!])\s+/)).toHaveLength(3);
  }
});

describe.each(names)('%s', (name) => {
  test('is as Blockly saves it, and compiles without a problem', () => {
    const { version, ...state } = read(name);
    expect(version).toBe(1);
    expect(save(createWorkspace(state))).toEqual(state);
    const said = compile(read(name)).diagnostics.map(({ code }) => code);
    // One of them is about this very mistake.
    expect(said).toEqual(name === 'a-date-in-the-past' ? ['past-expiration'] : []);
  });

  test('runs to its end', async () => {
    expect((await run(name)).outcome).toEqual({ status: 'completed' });
  });
});

test('their code is strictly typed', async () => {
  const files = Object.fromEntries(names.map((name) => [`${name}.ts`, compile(read(name)).code]));
  expect(await checkTypeScript(files)).toEqual([]);
});

describe('what they say happens', () => {
  test.each([
    ['register-device', ['default']],
    ['two-channels', ['ads', 'discount']],
    ['move-to-another-channel', ['winter']],
    ['not-registered', ['news']],
    ['a-date-in-the-past', []],
    ['try-again', ['news']],
  ])('%s leaves the device with %j', async (name, channels) => {
    expect((await run(name)).channels).toEqual(channels);
  });

  test('each-channel prints every channel with its ID', async () => {
    const { printed } = await run('each-channel');
    expect(printed).toEqual([
      ['log', expect.stringMatching(/^news: \S+$/)],
      ['log', expect.stringMatching(/^sports: \S+$/)],
      ['log', expect.stringMatching(/^weather: \S+$/)],
    ]);
  });

  test('a-date-in-the-past warns, and nothing else', async () => {
    expect((await run('a-date-in-the-past')).printed).toEqual([['warn', 'A registration must end in the future.']]);
  });

  test.each([
    ['publish-and-receive', '20 % off until Sunday'],
    ['only-this-device', 'Only for you'],
  ])('%s brings a message to the device', async (name, message) => {
    expect(JSON.stringify((await run(name)).messages)).toContain(message);
  });
});
