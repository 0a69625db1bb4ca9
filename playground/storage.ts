/**
 * Where programs are kept: named, with their versions and the steps of their making.
 *
 * The rules are in `program-store.ts`; here are the records, and a place for them in the browser's database. The place
 * in memory, for browsers that deny the database, is in `memory-records.ts`.
 */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import type { ProgramState } from '../src/editor/index.ts';

/** A program as it is kept. */
export interface KeptProgram {
  id: string;
  /** What a person calls it; empty for programs from before they had names. */
  name: string;
  program: ProgramState;
  /** When it was begun, and when it was last kept, in milliseconds since 1970. */
  createdAt: number;
  savedAt: number;
  /** Grows by one whenever the program or its name is kept, so that no tab overwrites what it has not seen. */
  revision: number;
  /** The number of the step that the program is at; see {@link KeptStep}. */
  step: number;
  /** The tab that kept it last; none for programs from before this was kept. */
  tab?: string;
  /** When it was deleted; it can be had back for a while. */
  deletedAt?: number;
}

/** A state of a program to look at and go back to: what it was at the end of a stretch of work. */
export interface KeptVersion {
  programId: string;
  number: number;
  /** The program as JSON text, which the database copies faster than a tree. */
  text: string;
  startedAt: number;
  savedAt: number;
  /** Whether the stretch is over; later work begins another version. */
  closed: boolean;
}

/** A state of a program that Undo goes back to when the page was left in between. */
export interface KeptStep {
  programId: string;
  number: number;
  text: string;
  /** Whether it was kept while a field was being written in: what is kept next takes its place. */
  isUnfinished?: boolean;
}

/** The last words of a tab that was left: they were written without looking whether another tab had been faster. */
export interface KeptDraft {
  id: string;
  programId: string;
  name: string;
  /** The revision that the tab had begun from. */
  base: number;
  program: ProgramState;
  savedAt: number;
}

interface Schema extends DBSchema {
  programs: { key: string; value: KeptProgram };
  versions: { key: [string, number]; value: KeptVersion };
  steps: { key: [string, number]; value: KeptStep };
  drafts: { key: string; value: KeptDraft };
}

/** Names of the kinds of record, with what each holds. */
export interface RecordKinds {
  programs: KeptProgram;
  versions: KeptVersion;
  steps: KeptStep;
  drafts: KeptDraft;
}

export type RecordKind = keyof RecordKinds;
/** The kinds of which a program has many, numbered from 1. */
export type NumberedKind = 'versions' | 'steps';

/** What a transaction can do. Nothing else may be waited for while it is open. */
export interface Records {
  program(id: string): Promise<KeptProgram | undefined>;
  programs(): Promise<KeptProgram[]>;
  drafts(): Promise<KeptDraft[]>;
  step(programId: string, number: number): Promise<KeptStep | undefined>;
  /** The versions of a program, in the order of their numbers. */
  versions(programId: string): Promise<KeptVersion[]>;
  /** The one with the highest number. */
  lastVersion(programId: string): Promise<KeptVersion | undefined>;
  put<Kind extends RecordKind>(kind: Kind, record: RecordKinds[Kind]): Promise<unknown>;
  remove(kind: 'programs' | 'drafts', id: string): Promise<unknown>;
  /** Removes those numbered from `from` to `to`, both included. */
  removeNumbered(kind: NumberedKind, programId: string, from: number, to: number): Promise<unknown>;
}

/** A place for records. */
export interface RecordPlace {
  /** Whether what is put there outlives the page. */
  readonly persistent: boolean;
  /** Does the work as a whole or not at all, with no other in between. */
  transact<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /** Puts down a draft without waiting for anything, as a page must that is being left. */
  putDraft(draft: KeptDraft): Promise<void>;
}

const databaseName = 'codeless-push-blocks';
/** 1: one program, without a name. 2: many, with versions, steps and drafts. */
const databaseVersion = 2;
const kinds = ['programs', 'versions', 'steps', 'drafts'] as const;

/** Opens the browser's database. Rejects where the browser denies it, as some do in private windows. */
export async function openDatabase(): Promise<RecordPlace> {
  const database = await openDB<Schema>(databaseName, databaseVersion, {
    async upgrade(opened, oldVersion, _newVersion, transaction) {
      if (oldVersion < 1) opened.createObjectStore('programs', { keyPath: 'id' });
      if (oldVersion < 2) {
        opened.createObjectStore('versions', { keyPath: ['programId', 'number'] });
        opened.createObjectStore('steps', { keyPath: ['programId', 'number'] });
        opened.createObjectStore('drafts', { keyPath: 'id' });
      }
      if (oldVersion === 1) await nameOldPrograms(transaction);
    },
    // Another tab wants to use a newer page: let it.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
  return new DatabaseRecords(database);
}

/** Programs of the first version had an ID, a state and a time. */
async function nameOldPrograms(
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
): Promise<void> {
  const store = transaction.objectStore('programs');
  for (const old of await store.getAll()) {
    await store.put({ ...old, name: '', createdAt: old.savedAt, revision: 1, step: 1 });
    const text = JSON.stringify(old.program);
    await transaction.objectStore('steps').put({ programId: old.id, number: 1, text });
    const version = { programId: old.id, number: 1, text, startedAt: old.savedAt, savedAt: old.savedAt, closed: true };
    await transaction.objectStore('versions').put(version);
  }
}

class DatabaseRecords implements RecordPlace {
  readonly persistent = true;
  readonly #database: IDBPDatabase<Schema>;

  constructor(database: IDBPDatabase<Schema>) {
    this.#database = database;
  }

  async transact<T>(work: (records: Records) => Promise<T>): Promise<T> {
    const transaction = this.#database.transaction(kinds, 'readwrite', { durability: 'relaxed' });
    const store = <Kind extends RecordKind>(kind: Kind) => transaction.objectStore(kind);
    const ofProgram = (id: string, from = 0, to = Number.MAX_SAFE_INTEGER): IDBKeyRange =>
      IDBKeyRange.bound([id, from], [id, to]);
    const records: Records = {
      program: (id) => store('programs').get(id),
      programs: () => store('programs').getAll(),
      drafts: () => store('drafts').getAll(),
      step: (id, number) => store('steps').get([id, number]),
      versions: (id) => store('versions').getAll(ofProgram(id)),
      lastVersion: async (id) => (await store('versions').openCursor(ofProgram(id), 'prev'))?.value,
      put: (kind, record) => store(kind).put(record),
      remove: (kind, id) => store(kind).delete(id),
      removeNumbered: async (kind, id, from, to) => {
        // The database takes a range without room for a mistake.
        if (from <= to) await store(kind).delete(ofProgram(id, from, to));
      },
    };
    try {
      const result = await work(records);
      await transaction.done;
      return result;
    } catch (error) {
      transaction.done.catch(() => {});
      try {
        transaction.abort();
      } catch {
        // The browser has done so already.
      }
      throw error;
    }
  }

  async putDraft(draft: KeptDraft): Promise<void> {
    const transaction = this.#database.transaction('drafts', 'readwrite', { durability: 'relaxed' });
    const written = transaction.store.put(draft);
    // Told at once, the browser finishes the transaction even if the page is left in this moment.
    transaction.commit();
    await Promise.all([written, transaction.done]);
  }
}
