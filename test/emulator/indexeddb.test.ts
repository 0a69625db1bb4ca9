// The store of pages, on an IndexedDB that can be made to fail. Real browsers are asked elsewhere.
import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEmulator, type Emulator, type EmulatorChange } from '../../src/emulator/index.ts';
import { indexedDbStore } from '../../src/emulator/indexeddb.ts';
import { call, readIds, registration, root } from './client.ts';

// Time enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let name: string;
let count = 0;
const open = new Set<Emulator>();

beforeEach(() => {
  name = `store ${(count += 1)}`;
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const emulator of open) emulator.dispose();
  open.clear();
  await deleteDB(name);
});

/** What a tab does when it opens the page. */
function openTab(options: { openTimeout?: number } = {}): Emulator {
  const emulator = createEmulator({ store: indexedDbStore({ name, ...options }) });
  open.add(emulator);
  return emulator;
}

async function register(emulator: Emulator, deviceId: string, channels = ['ads']): Promise<Map<string, string>> {
  const body = registration({ deviceId, channels });
  return readIds(await call(emulator.handle, 'POST', `${root}/messaging/registrations`, body));
}

const ids = async (emulator: Emulator) => (await emulator.devices()).map(({ deviceId }) => deviceId);

/** The changes that an emulator tells of, and the way to wait for one. */
function watch(emulator: Emulator) {
  const seen: EmulatorChange[] = [];
  emulator.subscribe((change) => seen.push(change));
  return {
    seen,
    until: (holds: (change: EmulatorChange) => boolean) => vi.waitFor(() => expect(seen.some(holds)).toBe(true)),
  };
}

/** Makes writing fail as it does when the quota is used up. Answers the way to make room. */
function fillQuota(): () => void {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  });
  return () => put.mockRestore();
}

test('survives a reload', async () => {
  const before = openTab();
  const given = await register(before, 'one', ['ads', 'news']);
  const state = await before.export();
  before.dispose();
  const after = openTab();
  expect(await after.export()).toEqual(state);
  expect(await register(after, 'one', ['news', 'ads'])).toEqual(new Map([...given].toReversed()));
  expect(after.storage).toEqual({ kind: 'indexeddb', persistent: true });
});

test('two tabs see what the other does, and are told of it', async () => {
  const one = openTab();
  const two = openTab();
  const watched = watch(two);
  await register(one, 'phone');
  expect(await ids(two)).toEqual(['phone']);
  await watched.until(({ type }) => type === 'registrations');
  expect(watched.seen).toEqual([{ type: 'registrations', origin: 'elsewhere' }]);

  await call(two.handle, 'POST', `${root}/messaging/ads`, { message: 'Hello' });
  expect((await one.messages('phone')).map(({ message }) => message)).toEqual(['Hello']);
  await one.reset();
  await watched.until(({ type }) => type === 'reset');
  expect(await ids(two)).toEqual([]);
});

test('tabs that register the same device at once agree on its channels and IDs', async () => {
  const tabs = [openTab(), openTab(), openTab()];
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) => {
      const tab = tabs[index % tabs.length];
      if (!tab) throw new Error('There is no such tab.');
      return register(tab, 'phone', ['shared', `own ${index}`]);
    }),
  );
  expect(new Set(answers.map((answer) => answer.get('shared'))).size).toBe(1);
  const [device] = await openTab().devices();
  expect(device?.channels).toHaveLength(31);
  for (const [index, answer] of answers.entries()) {
    const channel = `own ${index}`;
    expect(device?.channels).toContainEqual({ channel, registrationId: answer.get(channel) });
  }
});

test('an update that fails half-way leaves no trace, and is made up for in memory', async () => {
  const tab = openTab();
  await register(tab, 'one');
  const { put } = IDBObjectStore.prototype;
  let puts = 0;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function counted(
    this: IDBObjectStore,
    ...args: Parameters<IDBObjectStore['put']>
  ) {
    puts += 1;
    if (puts === 3) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    return put.apply(this, args);
  });
  await register(tab, 'two', ['a', 'b', 'c']);
  expect(puts).toBe(3);
  spy.mockRestore();
  expect(await ids(tab)).toEqual(['one', 'two']);
  const other = openTab();
  expect(await ids(other)).toEqual(['one']);
  expect((await other.channels()).map(({ channel }) => channel)).toEqual(['ads']);
});

test('a full quota: goes on in memory with what there was, and says so', async () => {
  const tab = openTab();
  const watched = watch(tab);
  await register(tab, 'one');
  fillQuota();
  await register(tab, 'two');
  expect(await ids(tab)).toEqual(['one', 'two']);
  expect(tab.storage).toEqual({
    kind: 'memory',
    persistent: false,
    failure: 'full',
    reason: expect.stringMatching(/storage is full/),
  });
  expect(watched.seen).toContainEqual({ type: 'storage', status: tab.storage });
  expect(watched.seen.at(-1)).toEqual({ type: 'registrations', origin: 'here' });
});

test('emptied after a full quota, it uses IndexedDB again', async () => {
  const tab = openTab();
  await register(tab, 'one');
  const makeRoom = fillQuota();
  await register(tab, 'two');
  await tab.reset();
  expect(tab.storage.persistent).toBe(false);
  makeRoom();
  await tab.reset();
  expect(tab.storage).toEqual({ kind: 'indexeddb', persistent: true });
  await register(tab, 'three');
  expect(await ids(openTab())).toEqual(['three']);
});

test('storage that is denied: works in memory, and says so', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  const tab = openTab();
  await register(tab, 'one');
  expect(await ids(tab)).toEqual(['one']);
  expect(tab.storage).toEqual({
    kind: 'memory',
    persistent: false,
    failure: 'denied',
    reason: expect.stringMatching(/denies/),
  });
});

test('storage that can be neither read nor written any more: works in memory', async () => {
  const tab = openTab();
  await register(tab, 'one');
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('Internal error.', 'UnknownError');
  });
  await register(tab, 'two');
  expect(await ids(tab)).toEqual(['two']);
  expect(tab.storage.reason).toMatch(/UnknownError: Internal error/);
});

test('no IndexedDB at all: works in memory', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const tab = openTab();
  await register(tab, 'one');
  expect(await ids(tab)).toEqual(['one']);
  expect(tab.storage.persistent).toBe(false);
  vi.unstubAllGlobals();
});

test('storage that never opens: works in memory', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => new IDBOpenDBRequest());
  const tab = openTab({ openTimeout: 10 });
  await register(tab, 'one');
  expect(await ids(tab)).toEqual(['one']);
  expect(tab.storage.reason).toMatch(/did not open in time/);
});

test('no channel between tabs: they see changes when they look', async () => {
  vi.stubGlobal('BroadcastChannel', undefined);
  const one = openTab();
  const two = openTab();
  vi.unstubAllGlobals();
  await register(one, 'phone');
  expect(await ids(two)).toEqual(['phone']);
});

test('a connection that the browser closes is opened again', async () => {
  const tab = openTab();
  await register(tab, 'one');
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
    throw new DOMException('The database connection is closing.', 'InvalidStateError');
  });
  await register(tab, 'two');
  expect(transaction).toHaveBeenCalled();
  expect(await ids(tab)).toEqual(['one', 'two']);
  expect(tab.storage.persistent).toBe(true);
});

test('gives way to a newer version of the page, and says so', async () => {
  const old = openTab();
  await register(old, 'one');
  const newer = await openDB(name, 1000);
  newer.close();
  await register(old, 'two');
  expect(old.storage).toMatchObject({ kind: 'memory', reason: expect.stringMatching(/newer version of this page/) });
  // What it held is the newer version's now, untouched.
  const database = await openDB(name);
  expect(await database.count('devices')).toBe(1);
  database.close();
});

test('refuses to work after it was closed', async () => {
  const tab = openTab();
  await register(tab, 'one');
  tab.dispose();
  await expect(register(tab, 'two')).rejects.toThrow('disposed');
  await expect(tab.devices()).rejects.toThrow('closed');
  expect(await ids(openTab())).toEqual(['one']);
});
