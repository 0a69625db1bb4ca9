/** The package in plain Node: as a library, on a server, and as a command. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { compile } from '../../generators/typescript/index.ts';
import { startServer, type EmulatorServer } from '../../src/emulator/node.ts';
import { fileOf, readCase, readExpectedCode } from '../programs.ts';
import { run, succeed } from './command.ts';

const { plain } = inject('installed');
const idea = 'register-two-channels';

/** Runs a module in the project that has the package. */
async function runModule(source: string): Promise<string> {
  const { stdout, stderr } = await succeed(plain, process.execPath, ['--input-type=module', '--eval', source]);
  expect(stderr).toBe('');
  return stdout;
}

describe('as a library', () => {
  test('the compiler gives the same bytes', async () => {
    const printed = await runModule(`import { readFileSync } from 'node:fs';
import { compile } from 'codeless-push-blocks/generator';
const program = JSON.parse(readFileSync(${JSON.stringify(fileOf(idea, 'json'))}, 'utf8'));
const before = Object.getOwnPropertyNames(globalThis).length;
console.log(JSON.stringify(compile(program)));
if (Object.getOwnPropertyNames(globalThis).length !== before) throw new Error('It left something behind.');`);
    expect(JSON.parse(printed)).toEqual(compile(readCase(idea).program));
  });

  test('the compiler comes without Blockly', async () => {
    // In a folder of its own, from which nothing is found but itself.
    const alone = await mkdtemp(path.join(path.dirname(plain), 'alone-'));
    await mkdir(path.join(alone, 'node_modules'));
    await succeed(plain, process.execPath, [
      '--eval',
      `require('fs').cpSync('node_modules/codeless-push-blocks', ${JSON.stringify(path.join(alone, 'node_modules/codeless-push-blocks'))}, { recursive: true })`,
    ]);
    const source = `import { compile } from 'codeless-push-blocks/generator';
import { createEmulator } from 'codeless-push-blocks/emulator';
console.log(typeof compile, typeof createEmulator);`;
    const { stdout } = await succeed(alone, process.execPath, ['--input-type=module', '--eval', source]);
    expect(stdout).toBe('function function\n');
    await rm(alone, { recursive: true });
  });

  test('every entry can be imported on a server, which it leaves as it was', async () => {
    const { exports }: { exports: Record<string, unknown> } = JSON.parse(
      await readFile(path.join(plain, 'node_modules/codeless-push-blocks/package.json'), 'utf8'),
    );
    const names = Object.entries(exports)
      .filter(([name, target]) => typeof target !== 'string' && name !== './react')
      .map(([name]) => path.posix.join('codeless-push-blocks', name));
    // Blockly itself leaves one global variable.
    const printed = await runModule(`await import('blockly');
const before = Object.getOwnPropertyNames(globalThis);
for (const name of ${JSON.stringify(names)}) {
  const entry = await import(name);
  if (Object.keys(entry).length === 0) throw new Error(name + ' exports nothing.');
}
const left = Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name));
console.log(typeof window, typeof document, left.join());`);
    expect(printed).toBe('undefined undefined \n');
  });

  test('the emulator serves', async () => {
    const printed = await runModule(`import { startServer } from 'codeless-push-blocks/emulator/node';
const server = await startServer({ port: 0 });
const answer = await fetch(server.url + '/APP/KEY/messaging/registrations', {
  method: 'POST',
  body: JSON.stringify({ deviceToken: 't', deviceId: 'd', os: 'IOS', osVersion: '18', channels: ['ads'] }),
});
console.log(JSON.stringify(await answer.json()));
await server.close();`);
    expect(JSON.parse(printed)).toEqual({ registrationId: expect.stringMatching(/^[0-9A-F-]{36}::ads$/) });
  });
});

describe('as a command', () => {
  test('npx finds it, and it compiles', async () => {
    const { stdout, stderr } = await succeed(plain, 'npx', ['codeless-push-blocks', 'compile', fileOf(idea, 'json')]);
    expect({ stdout, stderr }).toEqual({ stdout: readExpectedCode(idea), stderr: '' });
  });

  test('npx passes on what is piped in, and the exit code', async () => {
    const piped = await run(plain, 'npx', ['codeless-push-blocks', 'check', '-'], { input: '{"version":99}' });
    expect(piped).toMatchObject({ code: 3, stderr: expect.stringContaining('newer version') });
  });

  test('copies what pages load at run time', async () => {
    const { stdout } = await succeed(plain, 'npx', ['codeless-push-blocks', 'assets', 'public/blocks']);
    expect(stdout).toMatch(/^Copied .* to public\/blocks\n$/);
    for (const file of ['runner.html', 'media/sprites.svg']) {
      expect(await readFile(path.join(plain, 'public/blocks', file))).toEqual(
        await readFile(path.join(plain, 'node_modules/codeless-push-blocks/dist/lib', file)),
      );
    }
    const command = path.join(plain, 'node_modules/codeless-push-blocks/dist/lib/cli.js');
    expect(await run(plain, process.execPath, [command, 'assets'])).toMatchObject({ code: 2 });
    expect(await run(plain, process.execPath, [command, 'assets', 'package.json'])).toMatchObject({ code: 3 });
  });
});

describe('a project that it writes', () => {
  const project = path.join(path.dirname(plain), 'My project');
  let server: EmulatorServer;
  beforeAll(async () => {
    server = await startServer({ port: 0 });
    const args = ['codeless-push-blocks', 'compile', fileOf(idea, 'json'), '--project', project];
    await succeed(plain, 'npx', args);
    await succeed(project, 'npm', ['install', '--prefer-offline', '--no-audit', '--no-fund']);
  }, 180_000);
  afterAll(() => server.close(0));

  const device = { DEVICE_ID: 'device', DEVICE_PLATFORM: 'ANDROID', DEVICE_VERSION: '16', DEVICE_TOKEN: 'token' };
  const app = { BACKENDLESS_APP_ID: 'APP', BACKENDLESS_API_KEY: 'KEY' };

  test('passes its own check', async () => {
    await succeed(project, 'npm', ['run', 'check']);
  });

  test('says what it is not told', async () => {
    const ended = await run(project, 'npm', ['start', '--silent'], { env: { BACKENDLESS_SERVER_URL: server.url } });
    expect(ended.code).not.toBe(0);
    expect(ended.stderr).toContain('BACKENDLESS_APP_ID is not set. README.md says what it is.\n');
  });

  test('registers the device that the environment names', async () => {
    // One half from a file, the other from the environment.
    const settings = { ...app, BACKENDLESS_SERVER_URL: server.url };
    await writeFile(
      path.join(project, '.env'),
      Object.entries(settings)
        .map((entry) => `${entry.join('=')}\n`)
        .join(''),
    );
    const { stdout } = await succeed(project, 'npm', ['start', '--silent'], { env: device });
    expect(stdout).toMatch(/ads: '[0-9A-F-]{36}'/);
    expect(await server.emulator.devices()).toMatchObject([
      { deviceId: 'device', deviceToken: 'token', os: 'ANDROID' },
    ]);
  });

  test('says in one line what the service refuses', async () => {
    server.emulator.faults.set({ code: 5004 });
    const ended = await run(project, process.execPath, ['dist/main.js'], { env: device });
    server.emulator.faults.set({});
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/^5004: [^\n]+\n$/);
  });
});
