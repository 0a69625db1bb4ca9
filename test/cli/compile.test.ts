/** `compile`: a program in, code or a project out. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../../generators/typescript/index.ts';
import { projectFiles } from '../../src/project/index.ts';
import { fileOf, readCase, readExpectedCode } from '../programs.ts';
import { runHere } from './command-io.ts';

const idea = 'register-two-channels';
const source = fileOf(idea, 'json');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compile-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Writes a file into the folder of these tests and gives its path. */
async function file(name: string, content: string | Uint8Array): Promise<string> {
  const place = path.join(folder, name);
  await writeFile(place, content);
  return place;
}

const print = (text: string): object => ({
  type: 'text_print',
  id: 'print',
  inputs: { TEXT: { shadow: { type: 'text', fields: { TEXT: text } } } },
});
const program = (...blocks: object[]): string => JSON.stringify({ version: 1, blocks: { blocks } });

test('prints the code of a program, byte for byte', async () => {
  expect(await runHere(['compile', source])).toEqual({ code: 0, stdout: readExpectedCode(idea), stderr: '' });
});

test('reads what is piped in, in any pieces, with or without a byte order mark', async () => {
  const text = await readFile(source, 'utf8');
  expect(await runHere(['compile', '-'], text)).toEqual({ code: 0, stdout: readExpectedCode(idea), stderr: '' });
  expect(await runHere(['compile', '-'], `\uFEFF${text}`)).toMatchObject({ code: 0, stdout: readExpectedCode(idea) });
});

test('writes the code to a file, in folders that it makes', async () => {
  const output = path.join(folder, 'made/for/it/program.ts');
  expect(await runHere(['compile', source, '-o', output])).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(await readFile(output, 'utf8')).toBe(readExpectedCode(idea));
});

test.each([
  [['--format', 'script'], { format: 'script' }],
  [['--format', 'function', '--name', 'subscribe'], { name: 'subscribe' }],
  [['--zero-based'], { oneBasedIndex: false }],
] as const)('compiles as asked for with %j', async (args, options) => {
  const { program } = readCase('text-index-one-based');
  const { stdout } = await runHere(['compile', '-', ...args], JSON.stringify(program));
  expect(stdout).toBe(compile(program, options).code);
});

test('says what a function is called when it cannot be called as wanted', async () => {
  const ended = await runHere(['compile', '-', '--name', 'no name'], program(print('x')));
  expect(ended.code).toBe(0);
  const [, name = ''] = /function (\S+)\(/.exec(ended.stdout) ?? [];
  expect(ended.stderr).toBe(`The function is called ${name}: it cannot be called "no name".\n`);
});

test('tells of warnings and compiles all the same', async () => {
  const channels = { type: 'device_channel_list', id: 'list', fields: { NAMES: 'ads\nads' } };
  const register = {
    type: 'device_register',
    id: 'register',
    fields: { RETURN_RESULT: false },
    inputs: { CHANNELS: { block: channels } },
  };
  const { code, stdout, stderr } = await runHere(['compile', '-'], program(register));
  expect(code).toBe(0);
  expect(stdout).toContain('registerDevice(');
  expect(stderr).toMatch(/^\(standard input\): warning duplicate-channel: .*\(block \w+.*\)\n$/);
});

test('gives no code for a program with errors, and says which', async () => {
  const output = path.join(folder, 'never.ts');
  const ended = await runHere(['compile', fileOf('unknown-block', 'json'), '-o', output]);
  expect(ended).toMatchObject({ code: 1, stdout: '' });
  expect(ended.stderr).toMatch(
    /unknown-block\.json: error unknown-block: .*“?"?crm_save_contact.* \(block foreign\)\n/,
  );
  expect(ended.stderr).toMatch(/Not compiled: 2 errors\.\n$/);
  expect(await readdir(folder)).not.toContain('never.ts');
});

test('lets no text of a program steer the terminal', async () => {
  const ended = await runHere(['compile', '-'], program({ type: 'a\u001B[2Jb\u202Ec\n', id: '\u0007' }));
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain('a\\u001b[2Jb\\u202ec\\u000a');
  expect(ended.stderr).not.toMatch(/[\u0007\u001B\u202E]/);
});

describe('what is no program', () => {
  test.each([
    ['no file', 'missing.json', /missing\.json cannot be read: there is no such file or folder\.\n$/],
    ['a folder', '.', /cannot be read: it is a folder\.\n$/],
  ])('%s', async (_, name, message) => {
    const ended = await runHere(['compile', path.join(folder, name)]);
    expect(ended).toEqual({ code: 3, stdout: '', stderr: expect.stringMatching(message) });
  });

  test.each([
    ['nothing', '', /is not JSON/],
    ['no JSON', 'hello\nworld', /is not JSON: .*\n$/],
    ['a list', '[]', /is not a program: a program is a JSON object\.\n$/],
    ['a newer version', '{"version":2}', /saved by a newer version: its format is 2, .* up to 1\.\n$/],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0x7b), /is not text in UTF-8\.\n$/],
  ])('%s', async (_, content, message) => {
    const name = await file('odd.json', content);
    const ended = await runHere(['compile', name]);
    expect(ended).toEqual({ code: 3, stdout: '', stderr: expect.stringMatching(message) });
    expect(ended.stderr.split('\n')).toHaveLength(2);
    expect(await runHere(['compile', '-'], content)).toMatchObject({ code: 3, stdout: '' });
  });
});

test('says when it cannot write', async () => {
  const taken = await file('taken', '');
  const ended = await runHere(['compile', source, '-o', path.join(taken, 'code.ts')]);
  expect(ended).toMatchObject({ code: 3, stderr: expect.stringContaining('code.ts cannot be written: ') });
  expect(await runHere(['compile', source, '-o', folder])).toMatchObject({ code: 3 });
});

test.each([
  [[], /Name the file of a program/],
  [['a.json', 'b.json'], /takes one program; these are 2/],
  [['a.json', '--outputs', 'x'], /Unknown option '--outputs'/],
  [['a.json', '-o'], /'-o, --output <value>' argument missing/],
  [['a.json', '--format', 'python'], /--format takes function or script, not "python"/],
  [['a.json', '--format', 'script', '--name', 'x'], /--name names the function/],
  [['a.json', '-o', 'x', '--project', 'y'], /Choose one/],
  [['a.json', '--force'], /--force goes with --project/],
  [['a.json', '-o', './a.json'], /a\.json is the program itself/],
])('arguments that make no sense: %j', async (args, message) => {
  const ended = await runHere(['compile', ...args]);
  expect(ended).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
  expect(ended.stderr).toMatch(/\nTry: codeless-push-blocks compile --help\n$/);
});

describe('a project', () => {
  const contents = async (project: string): Promise<Record<string, string>> => {
    const entries = await readdir(project, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    const texts = await Promise.all(files.map((name) => readFile(name, 'utf8')));
    return Object.fromEntries(
      files.map((name, index) => [path.relative(project, name).split(path.sep).join('/'), texts[index] ?? '']),
    );
  };

  test('is written whole, under the name of its folder', async () => {
    const project = path.join(folder, 'new/My project');
    const ended = await runHere(['compile', source, '--project', project]);
    expect(ended).toMatchObject({ code: 0, stdout: '' });
    const { program } = readCase(idea);
    expect(await contents(project)).toEqual(projectFiles(compile(program), program, { name: 'My project' }));
  });

  test('replaces nothing without being told to', async () => {
    const project = path.join(folder, 'kept');
    await mkdir(project);
    await writeFile(path.join(project, 'README.md'), 'mine');
    await writeFile(path.join(project, 'notes.txt'), 'mine too');
    const ended = await runHere(['compile', source, '--project', project]);
    expect(ended).toMatchObject({ code: 3, stderr: expect.stringMatching(/README\.md is there already\. .*--force/) });
    expect(await contents(project)).toEqual({ 'README.md': 'mine', 'notes.txt': 'mine too' });

    expect(await runHere(['compile', source, '--project', project, '--force'])).toMatchObject({ code: 0 });
    const written = await contents(project);
    expect(written['README.md']).toMatch(/^# kept\n/);
    expect(written['notes.txt']).toBe('mine too');
  });
});

describe("a host's own blocks", () => {
  const block = program({ type: 'acme_wave', id: 'wave' });

  test('are compiled by the lowerings of a module', async () => {
    const module = await file(
      'lowerings.mjs',
      `export const lowerings = { acme_wave: (block, b) => b.run(b.call(b.helper('wave', 'function wave() {}'), [])) };`,
    );
    expect(await runHere(['compile', '-'], block)).toMatchObject({ code: 1 });
    const ended = await runHere(['compile', '-', '--lowerings', module], block);
    expect(ended.stderr).toBe('');
    expect(ended.stdout).toContain('  wave();\n');
  });

  test.each([
    ['missing.mjs', undefined, /missing\.mjs cannot be loaded: /],
    ['broken.mjs', 'export const = 1;', /broken\.mjs cannot be loaded: /],
    ['other.mjs', 'export const other = {};', /other\.mjs has no export "lowerings"/],
    ['odd.mjs', 'export const lowerings = { a: 1 };', /odd\.mjs has no export "lowerings"/],
  ])('a module that will not do: %s', async (name, content, message) => {
    const module = content === undefined ? path.join(folder, name) : await file(name, content);
    const ended = await runHere(['compile', '-', '--lowerings', module], block);
    expect(ended).toEqual({ code: 3, stdout: '', stderr: expect.stringMatching(message) });
  });
});
