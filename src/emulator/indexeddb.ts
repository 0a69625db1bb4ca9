// The state in IndexedDB, for pages: it survives a reload, and tabs share it.

import { openDB, type IDBPDatabase } from 'idb';
import {
  requestChanges,
  schemaVersion,
  storeNames,
  transactionReader,
  upgrade,
  type Schema,
  type Transaction,
} from './indexeddb-schema.ts';
import { memoryStore } from './memory.ts';
import { Serial } from './serial.ts';
import { contentChanges } from './state.ts';
import { summarize, type Decision, type RegistrationStore, type StoreEvent, type StoreReader } from './store.ts';
import type { StorageFailure, StorageStatus } from './types.ts';

export interface IndexedDbStoreOptions {
  /** The name of the database, and of the channel on which tabs tell each other of changes. */
  name?: string;
  /** Milliseconds after which a database that does not open is done without. Default 5000. */
  openTimeout?: number;
}

/**
 * A store in IndexedDB. Where the browser denies it, or its quota is used up, the store goes on in memory with what it
 * held, and says so through its status; emptying it makes it try IndexedDB again. Does not throw, on no page.
 */
export function indexedDbStore(options: IndexedDbStoreOptions = {}): RegistrationStore {
  return new IndexedDbStore(options.name ?? 'codeless-push-blocks-emulator', options.openTimeout ?? 5000);
}

class IndexedDbStore implements RegistrationStore {
  readonly #name: string;
  readonly #openTimeout: number;
  readonly #listeners = new Set<(event: StoreEvent) => void>();
  readonly #channel: BroadcastChannel | undefined;
  /** Orders what happens in memory, after a fall back to it. */
  readonly #serial = new Serial();
  #database: Promise<IDBPDatabase<Schema>> | undefined;
  /** Where everything goes once IndexedDB has failed. */
  #memory: Promise<RegistrationStore> | undefined;
  #status: StorageStatus = { kind: 'indexeddb', persistent: true };
  #closed = false;

  constructor(name: string, openTimeout: number) {
    this.#name = name;
    this.#openTimeout = openTimeout;
    this.#channel = openChannel(name, (event) => {
      if (!this.#memory) this.#emit(event);
    });
    // Opens the database now, so that the status is known early.
    void this.read(async () => undefined);
  }

  get status(): StorageStatus {
    return this.#status;
  }

  read<T>(look: (reader: StoreReader) => Promise<T>): Promise<T> {
    return this.#run(
      async () => {
        const transaction = (await this.#open()).transaction(storeNames, 'readonly');
        // Its failure is that of a request, which `look` awaits.
        transaction.done.catch(() => {});
        return look(transactionReader(transaction));
      },
      (memory) => memory.read(look),
    );
  }

  update<T>(decide: (reader: StoreReader) => Promise<Decision<T>>): Promise<T> {
    return this.#run(
      () => this.#updateDatabase(decide),
      async (memory) => {
        let emptied = false;
        const result = await memory.update(async (reader) => {
          const decision = await decide(reader);
          emptied = decision.changes[0]?.type === 'clear';
          return decision;
        });
        if (emptied) await this.#recover(memory);
        return result;
      },
    );
  }

  subscribe(listener: (event: StoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#channel?.close();
    this.#listeners.clear();
    // Closing waits for the transactions under way.
    const database = await this.#database?.catch(() => undefined);
    database?.close();
  }

  /** Runs work on IndexedDB, and on the memory when that fails or has failed before. */
  async #run<T>(onDatabase: () => Promise<T>, onMemory: (memory: RegistrationStore) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('The store was closed.');
    if (!this.#memory) {
      try {
        return await this.#withRetry(onDatabase);
      } catch (error) {
        if (!isStorageFailure(error) || this.#closed) throw error;
        this.#memory ??= this.#fallBack(error);
      }
    }
    const done = await this.#serial.run(async () => {
      const memory = await this.#memory;
      return memory && { result: await onMemory(memory) };
    });
    // The memory is gone when the work before this one made IndexedDB usable again.
    return done ? done.result : this.#run(onDatabase, onMemory);
  }

  /** Tries again on a new connection: the old one may have been closed for another tab, or by the browser. */
  async #withRetry<T>(onDatabase: () => Promise<T>): Promise<T> {
    try {
      return await onDatabase();
    } catch (error) {
      if (!isStorageFailure(error) || !worthRetrying.has(error.name) || this.#closed) throw error;
      this.#database = undefined;
      return onDatabase();
    }
  }

  async #updateDatabase<T>(decide: (reader: StoreReader) => Promise<Decision<T>>): Promise<T> {
    const transaction = (await this.#open()).transaction(storeNames, 'readwrite');
    // Its failure is looked at below, and may come before that.
    transaction.done.catch(() => {});
    try {
      const { changes, result } = await decide(transactionReader(transaction));
      await requestChanges(transaction, changes);
      await transaction.done;
      if (changes.length > 0) {
        this.#emit(summarize(changes, 'here'));
        this.#channel?.postMessage(summarize(changes, 'elsewhere'));
      }
      return result;
    } catch (error) {
      throw await abort(transaction, error);
    }
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    this.#database ??= this.#connect();
    return this.#database;
  }

  #connect(): Promise<IDBPDatabase<Schema>> {
    if (typeof indexedDB === 'undefined') throw new DOMException('there is no IndexedDB here', 'NotSupportedError');
    const forget = (): void => {
      this.#database = undefined;
    };
    const opening = openDB<Schema>(this.#name, schemaVersion, {
      upgrade,
      blocking: (_current, _blocked, event) => {
        // A newer version of the page opens in another tab and needs the database for itself.
        forget();
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated: forget,
    });
    const limit = new Promise<never>((_, reject) => {
      const timer = setTimeout(() => {
        // Should it open after all, nobody is there to use it.
        opening.then((database) => database.close()).catch(() => {});
        reject(new DOMException('it did not open in time', 'TimeoutError'));
      }, this.#openTimeout);
      const stop = (): void => clearTimeout(timer);
      opening.then(stop, stop);
    });
    const database = Promise.race([opening, limit]);
    database.catch(forget);
    return database;
  }

  /** Goes on in memory, with what can still be read. */
  async #fallBack(failure: DOMException): Promise<RegistrationStore> {
    const status: StorageStatus = { kind: 'memory', persistent: false, ...describeFailure(failure) };
    const memory = memoryStore(status);
    if (!neverOpened.has(failure.name)) {
      try {
        const transaction = (await this.#open()).transaction(storeNames, 'readonly');
        const changes = contentChanges(await transactionReader(transaction).content());
        await memory.update(async () => ({ result: undefined, changes }));
      } catch {
        // What was stored cannot be read either; the reason stands.
      }
    }
    memory.subscribe((event) => this.#emit(event));
    this.#setStatus(status);
    return memory;
  }

  /** After the state was emptied or replaced: IndexedDB gets the same, and is used again if that works. */
  async #recover(memory: RegistrationStore): Promise<void> {
    const changes = contentChanges(await memory.read(async (reader) => reader.content()));
    try {
      await this.#updateDatabase(async () => ({ result: undefined, changes }));
    } catch {
      return;
    }
    this.#memory = undefined;
    this.#setStatus({ kind: 'indexeddb', persistent: true });
  }

  #setStatus(status: StorageStatus): void {
    this.#status = status;
    this.#emit({ type: 'status', status });
  }

  #emit(event: StoreEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** Failures of a connection that a new one may not have. */
const worthRetrying = new Set(['InvalidStateError', 'AbortError', 'UnknownError']);

/** Failures to open: there is nothing to be read. */
const neverOpened = new Set(['SecurityError', 'VersionError', 'TimeoutError', 'NotSupportedError']);

/** Whether an error is of the storage. Errors of the service and mistakes in the code are no DOM exceptions. */
function isStorageFailure(error: unknown): error is DOMException {
  return error instanceof DOMException;
}

/** Ends a transaction that has failed, without a trace. Answers the error that began it. */
async function abort(transaction: Transaction<'readwrite'>, error: unknown): Promise<unknown> {
  try {
    transaction.abort();
  } catch {
    // It has aborted by itself.
  }
  try {
    await transaction.done;
  } catch (cause) {
    // When storage ends a transaction, the requests in it learn only that it was aborted.
    if (isStorageFailure(error) && error.name === 'AbortError') return cause;
  }
  return error;
}

function describeFailure({ name, message }: DOMException): { reason: string; failure: StorageFailure } {
  const kept = 'What happens now is kept in memory, until the page is closed.';
  switch (name) {
    case 'QuotaExceededError':
      return { failure: 'full', reason: `The browser's storage is full. ${kept}` };
    case 'SecurityError':
      return { failure: 'denied', reason: `The browser denies this page its storage. ${kept}` };
    case 'VersionError':
      return {
        failure: 'newer-page',
        reason: `A newer version of this page has used the storage. ${kept} Reload the page to get that version.`,
      };
    default:
      return { failure: 'failed', reason: `The browser's storage failed (${name}: ${message}). ${kept}` };
  }
}

/** The channel between tabs; undefined where there is none, and then tabs see changes when they look. */
function openChannel(name: string, receive: (event: StoreEvent) => void): BroadcastChannel | undefined {
  try {
    const channel = new BroadcastChannel(name);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isChange(data)) receive(data);
    });
    // Node only: waiting for other tabs keeps no process alive.
    if ('unref' in channel && typeof channel.unref === 'function') channel.unref();
    return channel;
  } catch {
    return undefined;
  }
}

function isChange(data: unknown): data is StoreEvent {
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'changed') return false;
  const flags = [
    'registrations' in data && data.registrations,
    'messages' in data && data.messages,
    'reset' in data && data.reset,
  ];
  return flags.every((flag) => typeof flag === 'boolean');
}
