/** `check`: what is wrong with programs, for people and for programs. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileOf, readExpectedDiagnostics } from '../programs.ts';
import { runHere } from './command-io.ts';

const good = fileOf('register-two-channels', 'json');
const bad = fileOf('unknown-block', 'json');
const doubtful = fileOf('channel-names-empty-and-duplicate', 'json');

let folder: string;
let damaged: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'check-'));
  damaged = path.join(folder, 'damaged.json');
  await writeFile(damaged, '{"version":');
});
afterAll(() => rm(folder, { recursive: true }));

test('says that all is well', async () => {
  expect(await runHere(['check', good])).toEqual({
    code: 0,
    stdout: '1 program, 0 errors, 0 warnings\n',
    stderr: '',
  });
});

test('names every problem with its file and block, and counts', async () => {
  const { code, stdout, stderr } = await runHere(['check', good, bad, doubtful]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const lines = stdout.split('\n');
  const wanted = [
    ...readExpectedDiagnostics('unknown-block').map((diagnostic) => ({ file: bad, ...diagnostic })),
    ...readExpectedDiagnostics('channel-names-empty-and-duplicate').map((diagnostic) => ({
      file: doubtful,
      ...diagnostic,
    })),
  ];
  expect(lines).toHaveLength(wanted.length + 2);
  wanted.forEach(({ file, severity, code, message, blockId }, index) => {
    for (const part of [file, severity, code, message, blockId]) expect(lines[index]).toContain(part);
  });
  expect(lines.at(-2)).toBe('3 programs, 2 errors, 3 warnings');
});

test('lets warnings pass, or not', async () => {
  expect(await runHere(['check', doubtful])).toMatchObject({ code: 0 });
  expect(await runHere(['check', '--strict', doubtful])).toMatchObject({ code: 1 });
  expect(await runHere(['check', '--strict', good])).toMatchObject({ code: 0 });
});

test('gives the same as JSON', async () => {
  const { code, stdout, stderr } = await runHere(['check', '--json', good, bad, damaged]);
  expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
  expect(JSON.parse(stdout)).toEqual([
    { file: good, diagnostics: [] },
    { file: bad, diagnostics: readExpectedDiagnostics('unknown-block') },
    { file: damaged, problem: expect.stringContaining('damaged.json is not JSON') },
  ]);
});

test('goes on after a file that cannot be read', async () => {
  const { code, stdout, stderr } = await runHere(['check', damaged, bad]);
  expect(code).toBe(3);
  expect(stderr).toMatch(/damaged\.json is not JSON/);
  expect(stdout).toMatch(/\n1 program, 2 errors, 0 warnings\n$/);
});

test('reads what is piped in, once', async () => {
  expect(await runHere(['check', '-'], '{"version":1}')).toMatchObject({ code: 0 });
  expect(await runHere(['check', '-', '-'], '{}')).toMatchObject({ code: 2 });
});

test.each([
  [[], /Name files of programs/],
  [['a.json', '--jsn'], /Unknown option '--jsn'/],
  [['a.json', '--format', 'x'], /--format takes/],
])('arguments that make no sense: %j', async (args, message) => {
  expect(await runHere(['check', ...args])).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
});
