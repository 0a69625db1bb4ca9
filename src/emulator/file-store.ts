// The state in memory with every update in a file, for Node.

import { readFile } from 'node:fs/promises';
import { lockFile, type Unlock } from './file-lock.ts';
import { Journal, writeWhole } from './journal.ts';
import { MemoryState } from './memory.ts';
import { Serial } from './serial.ts';
import { checkVersion, readChange, Reader, recordChanges, stateFormat, StateError, stateVersion } from './state.ts';
import { summarize, type Change, type RegistrationStore, type StoreContent, type StoreEvent } from './store.ts';
import type { StorageStatus } from './types.ts';

export interface FileStoreOptions {
  /**
   * The file is written anew when it holds this many changes more than twice what it takes to say the same. Default
   * 20,000.
   */
  slack?: number;
}

/** Changes on one line of a snapshot. */
const changesPerLine = 200;

const header = JSON.stringify({ format: stateFormat, version: stateVersion });

/**
 * Opens a data file, or makes one that is not there yet, and keeps it for this process alone. Each line of the file is
 * one update, so an update is in it whole or, if the process was killed while writing, not at all. An update is on the
 * disk before it is acknowledged, and before anybody reads what it wrote.
 *
 * When the file cannot be written (a full disk), the store goes on in memory and says so through its status; it tries
 * again from time to time.
 *
 * Rejects when the file is in use, is damaged other than at its end, or is of another kind or a newer version; it is
 * left as it was.
 */
export async function openFileStore(path: string, options: FileStoreOptions = {}): Promise<RegistrationStore> {
  const unlock = await lockFile(path);
  try {
    return await openLocked(path, unlock, options.slack ?? 20_000);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function openLocked(path: string, unlock: Unlock, slack: number): Promise<RegistrationStore> {
  const state = new MemoryState();
  const loaded = await load(path, state);
  let written = loaded.changes;
  let status: StorageStatus = { kind: 'file', persistent: true };
  let closing: Promise<void> | undefined;
  const serial = new Serial();
  const listeners = new Set<(event: StoreEvent) => void>();
  const emit = (event: StoreEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const journal = new Journal({
    path,
    snapshot() {
      written = state.size;
      return snapshotLines(state.content());
    },
    onStatus(failure) {
      status = failure
        ? { kind: 'file', persistent: false, reason: `The data file ${path} cannot be written: ${failure.message}` }
        : { kind: 'file', persistent: true };
      emit({ type: 'status', status });
    },
  });
  await journal.openAt(loaded.length);

  /** Runs work on the state, then waits until what it saw or wrote is on the disk. */
  async function durably<T>(work: () => Promise<T>): Promise<T> {
    if (closing) throw new Error(`The data file ${path} was closed.`);
    try {
      return await serial.run(work);
    } finally {
      await journal.flushed();
    }
  }

  return {
    get status() {
      return status;
    },
    read: (look) => durably(() => look(state)),
    update: (decide) =>
      durably(async () => {
        const { result, changes } = await decide(state);
        if (changes.length === 0) return result;
        const line = JSON.stringify(changes);
        state.apply(changes);
        journal.append(line);
        written += changes.length;
        if (written > 2 * state.size + slack) journal.rewrite();
        emit(summarize(changes, 'here'));
        return result;
      }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closing ??= serial.run(async () => {
        await journal.close();
        await unlock();
      });
      return closing;
    },
  };
}

function* snapshotLines(content: StoreContent): Generator<string> {
  yield header;
  let changes: Change[] = [];
  for (const change of recordChanges(content)) {
    changes.push(change);
    if (changes.length < changesPerLine) continue;
    yield JSON.stringify(changes);
    changes = [];
  }
  yield JSON.stringify(changes);
}

/** Reads a data file into an empty state. Answers the number of its changes, and the length of what is whole. */
async function load(path: string, state: MemoryState): Promise<{ changes: number; length: number }> {
  const bytes = await readIfThere(path);
  if (bytes.length === 0) {
    await writeWhole(path, `${header}\n`);
    return { changes: 0, length: Buffer.byteLength(header) + 1 };
  }
  const foreign = `The file ${path} is not a data file of this emulator.`;
  let changes = 0;
  let start = 0;
  for (let number = 1; start < bytes.length; number += 1) {
    const end = bytes.indexOf(0x0a, start);
    const name = `Line ${number} of the data file ${path}`;
    if (end < 0) {
      // The header is never torn, since a new file is made whole. So this is not a file of ours.
      if (number === 1) throw new StateError(foreign);
      break;
    }
    const line = parseLine(bytes.toString('utf8', start, end));
    if (line === undefined) {
      throw new StateError(number === 1 ? foreign : `${name} is damaged: it is not JSON. The file was left as it is.`);
    }
    if (number === 1) checkVersion(new Reader(line, `The data file ${path}`));
    else changes += applyLine(line, name, state);
    start = end + 1;
  }
  return { changes, length: start };
}

function applyLine(line: unknown, name: string, state: MemoryState): number {
  if (!Array.isArray(line)) throw new StateError(`${name} must be a list of changes.`);
  const changes = line.map((change, index) => readChange(new Reader(change, `${name}, change ${index + 1}`)));
  state.apply(changes);
  return changes.length;
}

/** A line as a JSON value; undefined when it is none. */
function parseLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readIfThere(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
