/** The installed command as a process: its arguments, streams, signals and exit codes. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { access, constants, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { fileOf, readExpectedCode } from '../programs.ts';

const { plain } = inject('installed');
const root = path.join(plain, 'node_modules/codeless-push-blocks');
const command = path.join(root, 'dist/lib/cli.js');

let folder: string;
const children: ChildProcessWithoutNullStreams[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cli-'));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

afterAll(() => rm(folder, { recursive: true }));

interface Started {
  child: ChildProcessWithoutNullStreams;
  /** Resolves with what was printed until it matches. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

function start(file: string, args: string[]): Started {
  const child = spawn(file, args);
  children.push(child);
  let stdout = '';
  let stderr = '';
  const closed = once(child, 'close');
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return {
    child,
    ended: closed.then(([code]) => ({ code, stdout, stderr })),
    async printed(pattern) {
      let isOver = false;
      void closed.then(() => (isOver = true));
      while (!isOver) {
        const found = pattern.exec(stdout);
        if (found) return found;
        await Promise.race([once(child.stdout, 'data'), closed]);
      }
      throw new Error(`It ended: ${stdout}${stderr}`);
    },
  };
}

const run = (...args: string[]): Started['ended'] => start(process.execPath, [command, ...args]).ended;

const body = JSON.stringify({ deviceToken: 't', deviceId: 'd', os: 'IOS', osVersion: '18', channels: ['ads'] });

test('can be run as it is, where files can', async () => {
  expect(await readFile(command, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  if (process.platform !== 'win32') await access(command, constants.X_OK);
});

test('tells what it can do, and its version', async () => {
  const { version }: { version: string } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  expect(await run('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  const help = await run('--help');
  expect(help).toEqual({ code: 0, stdout: expect.stringContaining('emulate'), stderr: '' });
  for (const [name, option] of [
    ['compile', '--project'],
    ['check', '--json'],
    ['emulate', '--data'],
  ] as const) {
    const own = await run(name, '--help');
    expect(own).toEqual({ code: 0, stdout: expect.stringContaining(option), stderr: '' });
  }
});

test('compiles what is piped into it', async () => {
  const { child, ended } = start(process.execPath, [command, 'compile', '-']);
  child.stdin.end(await readFile(fileOf('register-two-channels', 'json')));
  expect(await ended).toEqual({ code: 0, stdout: readExpectedCode('register-two-channels'), stderr: '' });
});

test('prints all of a long program, and ends when nobody reads it', async () => {
  const print = (text: string): object => ({
    type: 'text_print',
    inputs: { TEXT: { shadow: { type: 'text', fields: { TEXT: text } } } },
  });
  const blocks = Array.from({ length: 20_000 }, (_, index) => ({ ...print(`line ${index}`), y: index }));
  const program = JSON.stringify({ version: 1, blocks: { blocks } });
  const whole = start(process.execPath, [command, 'compile', '-']);
  whole.child.stdin.end(program);
  const { code, stdout, stderr } = await whole.ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.match(/console\.log/g)).toHaveLength(blocks.length);

  const unread = start(process.execPath, [command, 'compile', '-']);
  unread.child.stdout.destroy();
  unread.child.stdin.end(program);
  expect(await unread.ended).toEqual({ code: 0, stdout: '', stderr: '' });
});

test.each([
  [[], /^Usage/],
  [['emulat'], /^There is no command "emulat"\.\n\nUsage/],
  [['toString'], /^There is no command "toString"/],
  [['emulate', '--port', 'x'], /--port takes a number/],
])('for %j: says how it is used, exit code 2', async (args, message) => {
  expect(await run(...args)).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
});

test('serves until it is told to end', { skip: process.platform === 'win32' }, async () => {
  const data = path.join(folder, 'state');
  const { child, printed, ended } = start(process.execPath, [command, 'emulate', '--port', '0', '--data', data]);
  const [, url] = await printed(/^Listening on (\S+)/m);
  const answer = await fetch(`${url}/APP/KEY/messaging/registrations`, { method: 'POST', body });
  expect(await answer.json()).toEqual({ registrationId: expect.stringMatching(/^[0-9A-F-]{36}::ads$/) });
  await printed(/ POST \S+\/messaging\/registrations 200 /);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
  expect(await readFile(data, 'utf8')).toContain('"ads"');
});

test('ends when nobody reads any more what it prints', async () => {
  const { child, printed, ended } = start(process.execPath, [command, 'emulate', '--port', '0']);
  const [, url] = await printed(/^Listening on (\S+)/m);
  child.stdout.destroy();
  // Its line for this request finds no reader. The answer may come before the server ends, or not.
  await fetch(`${url}/APP/KEY/info`).catch(() => {});
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});
