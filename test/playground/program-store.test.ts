/** Keeping programs: nothing is overwritten unseen, and what was is there to go back to. In both places alike. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { MemoryRecords } from '../../playground/memory-records.ts';
import { openInTime, openPrograms, patience } from '../../playground/open-programs.ts';
import { isThere, mostVersions, ProgramStore, type Save } from '../../playground/program-store.ts';
import { openDatabase, type KeptDraft, type RecordPlace } from '../../playground/storage.ts';
import type { ProgramState } from '../../generators/typescript/index.ts';

const program = (name: string): ProgramState => ({
  version: 1,
  blocks: { languageVersion: 0, blocks: [{ type: 'console_print', id: name }] },
});

/** The name that {@link program} was given. */
const nameIn = (state: ProgramState | undefined): unknown => state?.blocks?.blocks?.[0]?.id;

/** What a tab puts down as it is left, having begun from the first revision. */
const draft = (id: string, programId: string, name: string, state: string): KeptDraft => {
  return { id, programId, name, base: 1, program: program(state), savedAt: 0 };
};

/** Saves a program state by state, and goes through its steps, as a tab does. */
async function follow(store: ProgramStore, first: string) {
  const { id } = await store.add('Push', program(first));
  let base = 1;
  const save = async (name: string, how: Pick<Save, 'by' | 'isUnfinished'> = {}): Promise<void> => {
    const result = await store.save({ id, base, program: program(name), tab: 'x', ...how });
    if (result.status === 'saved') base = result.revision;
  };
  const go = async (by: -1 | 1): Promise<unknown> => {
    const moved = await store.goStep({ id, base, tab: 'x' }, by);
    if (moved) base = moved.revision;
    return nameIn(moved?.program);
  };
  return { id, save, go, base: () => base };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe.each([
  ['the database', openDatabase],
  ['memory', async (): Promise<RecordPlace> => new MemoryRecords()],
])('in %s', (_name, openPlace) => {
  let now = 0;
  const open = async (): Promise<ProgramStore> => new ProgramStore(await openPlace(), () => now);
  beforeEach(() => {
    now = 1_000_000;
  });

  test('names are told apart by a number', async () => {
    const store = await open();
    const names = [];
    for (let i = 0; i < 3; i += 1) names.push((await store.add('Push', program('a'))).name);
    expect(names).toEqual(['Push', 'Push 2', 'Push 3']);
    expect((await store.add('Push 3', program('a'))).name).toBe('Push 4');
  });

  test('a tab that has not seen what another saved does not overwrite it', async () => {
    const store = await open();
    const { id, revision: base } = await store.add('Push', program('a'));
    expect(await store.save({ id, base, program: program('b'), tab: 'one' })).toMatchObject({ status: 'saved' });
    const late = await store.save({ id, base, program: program('c'), tab: 'two' });
    expect(late).toEqual({ status: 'conflict', isDeleted: false });
    expect(nameIn((await store.read(id))?.program)).toBe('b');
    // What both have is no conflict.
    const same = await store.save({ id, base, program: program('b'), tab: 'two' });
    expect(same).toMatchObject({ status: 'saved', revision: base + 1 });
  });

  test('what a tab put down as it was left is saved, or becomes a copy when another was faster', async () => {
    const store = await open();
    const one = await store.add('One', program('a'));
    const two = await store.add('Two', program('a'));
    await store.putDraft(draft('x', one.id, 'One', 'left'));
    await store.putDraft(draft('y', two.id, 'Two', 'left'));
    await store.save({ id: two.id, base: 1, program: program('faster'), tab: 'z' });
    const copies = await store.recover();
    expect(copies.map(({ name, copy }) => [name, copy.name, nameIn(copy.program)])).toEqual([['Two', 'Two 2', 'left']]);
    expect(nameIn((await store.read(one.id))?.program)).toBe('left');
    expect(nameIn((await store.read(two.id))?.program)).toBe('faster');
    expect(await store.recover()).toEqual([]);
  });

  test('a tab left before it heard that its own save was done goes on from there', async () => {
    const store = await open();
    const { id } = await store.add('One', program('a'));
    await store.save({ id, base: 1, program: program('b'), tab: 'x' });
    await store.putDraft(draft('x', id, 'One', 'c'));
    expect(await store.recover()).toEqual([]);
    expect(nameIn((await store.read(id))?.program)).toBe('c');
    // So it is after a step back.
    await store.save({ id, base: 3, program: program('d'), tab: 'y' });
    const { revision: base = 0 } = (await store.goStep({ id, base: 4, tab: 'y' }, -1)) ?? {};
    expect(await store.recover({ ...draft('y', id, 'One', 'e'), base: base - 1 })).toEqual([]);
    expect(nameIn((await store.read(id))?.program)).toBe('e');
  });

  test('a draft goes with the save of its own tab', async () => {
    const store = await open();
    const { id } = await store.add('One', program('a'));
    await store.putDraft(draft('x', id, 'One', 'b'));
    await store.save({ id, base: 1, program: program('b'), tab: 'x' });
    await store.save({ id, base: 2, program: program('c'), tab: 'other' });
    expect(await store.recover()).toEqual([]);
  });

  test('what the tab itself put down is enough; the same, written late, changes nothing', async () => {
    const store = await open();
    const { id } = await store.add('One', program('a'));
    expect(await store.recover(draft('x', id, 'One', 'left'))).toEqual([]);
    expect(nameIn((await store.read(id))?.program)).toBe('left');
    await store.putDraft(draft('x', id, 'One', 'left'));
    await store.save({ id, base: 2, program: program('next'), tab: 'y' });
    expect(await store.recover()).toEqual([]);
    expect(nameIn((await store.read(id))?.program)).toBe('next');
  });

  test('work of a minute is one version, and the last twenty stay', async () => {
    const store = await open();
    const { id } = await store.add('Push', program('first'));
    let base = 1;
    const save = async (name: string, at: number): Promise<void> => {
      now = at;
      await store.save({ id, base, program: program(name), tab: 'x' });
      base += 1;
    };
    const names = async (): Promise<unknown[]> =>
      (await store.versions(id)).map(({ text }) => nameIn(JSON.parse(text)));
    await save('a', 1_001_000);
    await save('b', 1_050_000);
    expect(await names()).toEqual(['b', 'first']);
    await save('c', 1_070_000);
    expect(await names()).toEqual(['c', 'b', 'first']);
    await store.closeVersion(id);
    await save('d', 1_071_000);
    expect(await names()).toEqual(['d', 'c', 'b', 'first']);
    for (let i = 0; i < 30; i += 1) await save(`later-${i}`, 2_000_000 + i * 100_000);
    expect(await names()).toHaveLength(mostVersions);
    expect((await names())[0]).toBe('later-29');
  });

  test('steps go back and on, and new work ends what had been taken back', async () => {
    const store = await open();
    const { id, save, go, base } = await follow(store, 'a');
    await save('b');
    await save('c');
    // A person may write again what was there before.
    await save('b');
    expect(await go(-1)).toBe('a');
    expect(await go(-1)).toBeUndefined();
    expect(await go(1)).toBe('b');
    expect(await go(1)).toBe('c');
    expect(await go(-1)).toBe('b');
    await save('d');
    expect(await go(1)).toBeUndefined();
    expect(await go(-1)).toBe('b');
    expect(nameIn((await store.read(id))?.program)).toBe('b');
    expect(await store.goStep({ id, base: base() - 1, tab: 'x' }, -1)).toBeUndefined();
  });

  test('what the editor undoes as one may have been many steps, and many of its own one step', async () => {
    const { save, go } = await follow(await open(), 'one');
    for (const name of ['t', 'tw', 'two', 'three']) await save(name);
    await save('two', { by: 'undo' });
    await save('one', { by: 'undo' });
    expect(await go(-1)).toBeUndefined();
    expect(await go(1)).toBe('t');
    await save('three', { by: 'redo' });
    expect(await go(1)).toBeUndefined();
    // Between what was kept.
    await save('two and a half', { by: 'undo' });
    expect([await go(-1), await go(1), await go(1), await go(1)]).toEqual([
      'two',
      'two and a half',
      'three',
      undefined,
    ]);
    await save('one', { by: 'undo' });
    await save('one and a half', { by: 'redo' });
    expect([await go(1), await go(-1), await go(-1)]).toEqual(['t', 'one and a half', 'one']);
  });

  test('writing in a field is one step, however often it was saved meanwhile, and none when it is given up', async () => {
    const { save, go } = await follow(await open(), 'one');
    for (const name of ['t', 'tw', 'two']) await save(name, { isUnfinished: true });
    await save('two!');
    await save('three');
    expect([await go(-1), await go(-1), await go(-1)]).toEqual(['two!', 'one', undefined]);
    await save('fo', { isUnfinished: true });
    await save('one');
    expect([await go(1), await go(-1)]).toEqual([undefined, undefined]);
  });

  test('steps of large programs are fewer, never none', async () => {
    const store = await open();
    const large = (name: string): ProgramState => program(name + 'x'.repeat(3_000_000));
    const { id } = await store.add('Push', large('a'));
    for (const [index, name] of ['b', 'c', 'd'].entries()) {
      await store.save({ id, base: index + 1, program: large(name), tab: 'x' });
    }
    expect(String(nameIn((await store.goStep({ id, base: 4, tab: 'x' }, -1))?.program))).toMatch(/^cx/);
    expect(await store.goStep({ id, base: 5, tab: 'x' }, -1)).toBeUndefined();
  });

  test('a deleted program comes back, is not saved over, and is gone after a month', async () => {
    const store = await open();
    const { id } = await store.add('Push', program('a'));
    await store.setDeleted(id, true);
    expect((await store.list()).filter(isThere)).toEqual([]);
    const late = await store.save({ id, base: 1, program: program('b'), tab: 'x' });
    expect(late).toEqual({ status: 'conflict', isDeleted: true });
    await store.setDeleted(id, false);
    expect((await store.list()).filter(isThere)).toHaveLength(1);
    await store.setDeleted(id, true);
    await store.add('Push', program('b'));
    await store.setDeleted(id, false);
    expect((await store.read(id))?.name).toBe('Push 2');
    await store.setDeleted(id, true);
    now += 29 * 24 * 3600 * 1000;
    await store.purge();
    expect(await store.read(id)).toBeDefined();
    now += 2 * 24 * 3600 * 1000;
    await store.purge();
    expect(await store.read(id)).toBeUndefined();
    expect(await store.versions(id)).toEqual([]);
  });
});

test('the one program of the first version is still there, unnamed, with its state as version and step', async () => {
  const old = await openDB('codeless-push-blocks', 1, {
    upgrade: (database) => void database.createObjectStore('programs', { keyPath: 'id' }),
  });
  await old.put('programs', { id: 'current', program: program('old'), savedAt: 5 });
  await old.put('programs', { id: 'set-aside-3', program: program('aside'), savedAt: 3 });
  old.close();
  const store = new ProgramStore(await openDatabase());
  expect((await store.list()).map(({ id, name, program: state }) => [id, name, nameIn(state)])).toEqual([
    ['current', '', 'old'],
    ['set-aside-3', '', 'aside'],
  ]);
  expect(await store.versions('current')).toHaveLength(1);
  const result = await store.save({ id: 'current', base: 1, program: program('new'), tab: 'x' });
  expect(result).toMatchObject({ status: 'saved', revision: 2 });
  expect(nameIn((await store.goStep({ id: 'current', base: 2, tab: 'x' }, -1))?.program)).toBe('old');
});

test('a program is saved where there is no room for its history', async () => {
  const store = new ProgramStore(await openDatabase());
  const { id } = await store.add('Push', program('a'));
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...values: Parameters<typeof put>) {
    if (this.name !== 'programs') throw new DOMException('full', 'QuotaExceededError');
    return put.apply(this, values);
  };
  try {
    const result = await store.save({ id, base: 1, program: program('b'), tab: 'x' });
    expect(result).toMatchObject({ status: 'saved', revision: 2 });
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  expect(store.hasHistory).toBe(false);
  expect(nameIn((await store.read(id))?.program)).toBe('b');
});

test('programs are there where there is no room to save what a tab put down as it was left', async () => {
  const place = new MemoryRecords();
  const { id } = await new ProgramStore(place).add('One', program('first'));
  const full: RecordPlace = {
    persistent: true,
    transact: (work) =>
      place.transact((records) => work({ ...records, put: () => Promise.reject(new Error('No room.')) })),
    putDraft: () => Promise.reject(new Error('No room.')),
  };
  const left = draft('x', id, 'One', 'left');
  const { store, unsaved } = await openPrograms(full, left);
  expect((await store.list()).map(({ name }) => name)).toEqual(['One']);
  expect(unsaved).toBe(left);

  const opened = await openPrograms(place, left);
  expect(opened.unsaved).toBeUndefined();
  expect(nameIn((await opened.store.read(id))?.program)).toBe('left');
});

test('a place that never opens is given up, and one that does is not', async () => {
  vi.useFakeTimers();
  try {
    const never = expect(openInTime(new Promise(() => {}))).rejects.toThrow('does not open');
    await vi.advanceTimersByTimeAsync(patience);
    await never;
    const place = new MemoryRecords();
    expect(await openInTime(Promise.resolve(place))).toBe(place);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
