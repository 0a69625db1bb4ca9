// The data file: what is in it after a tear, a rewrite, a full disk, and what is refused.
import { mkdtemp, open, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openFileStore } from '../../src/emulator/file-store.ts';
import { createEmulator, type Emulator, type StorageStatus } from '../../src/emulator/index.ts';
import { call, registration, root } from './client.ts';

// Time enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let folder: string;
let path: string;
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulator-file-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  path = join(folder, `${(count += 1)}.jsonl`);
});
afterEach(() => vi.restoreAllMocks());

async function register(emulator: Emulator, deviceId: string, deviceToken = 'token'): Promise<void> {
  const body = registration({ deviceId, deviceToken, channels: ['ads'] });
  expect((await call(emulator.handle, 'POST', `${root}/messaging/registrations`, body)).status).toBe(200);
}

/** Runs work on an emulator whose state is in the file, and closes it. */
async function withFile<T>(work: (emulator: Emulator) => Promise<T>, slack?: number): Promise<T> {
  const store = await openFileStore(path, slack === undefined ? {} : { slack });
  const emulator = createEmulator({ store });
  try {
    return await work(emulator);
  } finally {
    emulator.dispose();
    await store.close();
  }
}

const ids = async (emulator: Emulator) => (await emulator.devices()).map(({ deviceId }) => deviceId);

test('what was acknowledged is there when the file is opened again', async () => {
  const before = await withFile(async (emulator) => {
    await register(emulator, 'one');
    await register(emulator, 'two');
    await call(emulator.handle, 'POST', `${root}/messaging/ads`, { message: 'Hello', headers: { __proto__: 'x' } });
    await call(emulator.handle, 'POST', `${root}/messaging/ads`, { message: 'later', publishAt: Date.now() + 1e9 });
    await call(emulator.handle, 'DELETE', `${root}/messaging/registrations/one`);
    return emulator.export();
  });
  expect(await withFile((emulator) => emulator.export())).toEqual(before);
});

test('a file torn at any byte opens, with every update whole or not there', { timeout: 30_000 }, async () => {
  const states: string[] = [];
  await withFile(async (emulator) => {
    states.push(JSON.stringify(await emulator.export()));
    for (const step of [1, 2]) {
      await register(emulator, `${step} ü🔔`);
      states.push(JSON.stringify(await emulator.export()));
    }
  });
  const whole = await readFile(path);
  const header = whole.indexOf('\n') + 1;
  const seen = new Set<string>();
  for (let length = header; length <= whole.length; length += 1) {
    await writeFile(path, whole.subarray(0, length));
    const state = await withFile(async (emulator) => JSON.stringify(await emulator.export()));
    expect(states).toContain(state);
    seen.add(state);
    // The torn end is cut off, so that the next update begins on a line of its own.
    const lines = (await readFile(path, 'utf8')).split('\n');
    expect(lines.at(-1)).toBe('');
    for (const line of lines.slice(0, -1)) JSON.parse(line);
  }
  expect(seen.size).toBe(states.length);
});

test('after a tear, updates go on', async () => {
  await withFile((emulator) => register(emulator, 'one'));
  await writeFile(path, `${await readFile(path, 'utf8')}[{"type":"put-dev`);
  await withFile((emulator) => register(emulator, 'two'));
  expect(await withFile(ids)).toEqual(['one', 'two']);
});

test('a file that grew is rewritten, while updates go on, and says the same', async () => {
  const expected = await withFile(async (emulator) => {
    for (let step = 0; step < 200; step += 1) {
      await Promise.all([register(emulator, 'one', `token ${step}`), register(emulator, `device ${step % 5}`)]);
    }
    return emulator.export();
  }, 10);
  expect((await stat(path)).size).toBeLessThan(20_000);
  expect(await withFile((emulator) => emulator.export())).toEqual(expected);
  expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('an imported state is in the file, and a refused one leaves it as it was', async () => {
  const state = await withFile(async (emulator) => {
    await register(emulator, 'one');
    return emulator.export();
  });
  await withFile((emulator) => emulator.reset());
  expect(await withFile(ids)).toEqual([]);
  await withFile((emulator) => emulator.import(state));
  await withFile((emulator) =>
    expect(emulator.import({ ...state, devices: [{}] })).rejects.toThrow('devices[0].appId'),
  );
  expect(await withFile(ids)).toEqual(['one']);
});

test('two emulators never share a file', async () => {
  await withFile(async () => {
    await expect(openFileStore(path)).rejects.toThrow('in use by another emulator');
    // Another way to the same file changes nothing.
    await expect(openFileStore(join(folder, '.', `${count}.jsonl`))).rejects.toThrow('in use');
  });
  await withFile(async () => {});
});

test('only its owner can read the file, for device tokens are secrets', async () => {
  await withFile((emulator) => register(emulator, 'one'));
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o077).toBe(0);
});

describe('a file that is not one of this emulator is refused and left as it is', () => {
  const header = '{"format":"codeless-push-blocks/emulator","version":1}';

  test.each([
    ['text', 'Dear diary\n', 'not a data file'],
    ['text without a line break', 'Dear diary', 'not a data file'],
    ['other JSON', '{"name":"x"}\n', 'not one of this emulator'],
    ['a newer version', '{"format":"codeless-push-blocks/emulator","version":2}\n', 'newer release'],
    ['a damaged line', `${header}\n[{"type":"cl\n[]\n`, 'Line 2 .* is damaged'],
    ['a line of another kind', `${header}\n{}\n`, 'Line 2 .* list of changes'],
    [
      'an unknown change',
      `${header}\n[]\n[{"type":"explode"}]\n`,
      'Line 3 .*, change 1 has the unknown type "explode"',
    ],
    ['a change with a hole', `${header}\n[{"type":"forget-messages"}]\n`, 'change 1.upTo must be a number'],
  ])('%s', async (_, text, message) => {
    await writeFile(path, text);
    await expect(openFileStore(path)).rejects.toThrow(new RegExp(message));
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  test('a folder that is not there', async () => {
    await expect(openFileStore(join(folder, 'nowhere', 'data.jsonl'))).rejects.toThrow(/ENOENT/);
  });

  test('an empty file is as good as none', async () => {
    await writeFile(path, '');
    await withFile((emulator) => register(emulator, 'one'));
    expect(await withFile(ids)).toEqual(['one']);
  });
});

test('a disk that is full: goes on in memory, says so, and writes again when it can', async () => {
  const prototype = await fileHandlePrototype();
  const store = await openFileStore(path);
  const emulator = createEmulator({ store });
  const statuses: StorageStatus[] = [];
  emulator.subscribe((change) => {
    if (change.type === 'storage') statuses.push(change.status);
  });
  await register(emulator, 'before');

  const full = vi.spyOn(prototype, 'appendFile').mockRejectedValue(new Error('ENOSPC: no space left on device'));
  await register(emulator, 'meanwhile');
  expect(await ids(emulator)).toEqual(['before', 'meanwhile']);
  expect(emulator.storage).toEqual({
    kind: 'file',
    persistent: false,
    reason: expect.stringMatching(/cannot be written: ENOSPC/),
  });
  expect(statuses).toEqual([emulator.storage]);

  full.mockRestore();
  // The next attempt comes after some time, or at the end.
  emulator.dispose();
  await store.close();
  expect(store.status).toEqual({ kind: 'file', persistent: true });
  expect(await withFile(ids)).toEqual(['before', 'meanwhile']);
});

test('a disk too full for a rewrite: the old file goes on', async () => {
  const prototype = await fileHandlePrototype();
  const store = await openFileStore(path, { slack: 5 });
  const emulator = createEmulator({ store });
  // Only the new file is short of space: it is the one that is synchronized in full.
  const sync = vi.spyOn(prototype, 'sync').mockRejectedValue(new Error('ENOSPC: no space left on device'));
  for (let step = 0; step < 40; step += 1) await register(emulator, 'one', `token ${step}`);
  expect(sync).toHaveBeenCalled();
  expect(emulator.storage).toEqual({ kind: 'file', persistent: true });
  sync.mockRestore();
  emulator.dispose();
  await store.close();
  const devices = await withFile((again) => again.devices());
  expect(devices.map(({ deviceToken }) => deviceToken)).toEqual(['token 39']);
});

/** What all open files have their methods from. */
async function fileHandlePrototype(): Promise<{ appendFile(): Promise<void>; sync(): Promise<void> }> {
  const file = await open(folder, 'r');
  await file.close();
  return Object.getPrototypeOf(file);
}
