/** Keeps programs in the browser, so that nothing is lost when the page is left. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { ProgramState } from '../src/editor/index.ts';

/** A program as it is kept. */
export interface KeptProgram {
  id: string;
  program: ProgramState;
  /** When it was kept, in milliseconds since 1970. */
  savedAt: number;
}

interface Schema extends DBSchema {
  programs: { key: string; value: KeptProgram };
}

const databaseName = 'codeless-push-blocks';
const databaseVersion = 1;

/** The programs that are kept in this browser. */
export class ProgramStorage {
  readonly #database: IDBPDatabase<Schema>;

  private constructor(database: IDBPDatabase<Schema>) {
    this.#database = database;
  }

  /** Opens the storage. Rejects where the browser denies it, as some do in private windows. */
  static async open(): Promise<ProgramStorage> {
    const database = await openDB<Schema>(databaseName, databaseVersion, {
      upgrade(newDatabase) {
        newDatabase.createObjectStore('programs', { keyPath: 'id' });
      },
      // Another tab wants to use a newer page: let it.
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    });
    return new ProgramStorage(database);
  }

  /** The program kept under this ID, if there is one. */
  async read(id: string): Promise<KeptProgram | undefined> {
    return this.#database.get('programs', id);
  }

  /**
   * Keeps a program in place of the one with the same ID. Rejects when the browser refuses, as when the disk is full.
   */
  async write(kept: KeptProgram): Promise<void> {
    const transaction = this.#database.transaction('programs', 'readwrite', { durability: 'relaxed' });
    const written = transaction.store.put(kept);
    // Told at once, the browser finishes the transaction even if the page is left in this moment.
    transaction.commit();
    await Promise.all([written, transaction.done]);
  }
}
