/** The programs that are kept, as a page begins with them. */
import { ProgramStore, type RecoveredCopy } from './program-store.ts';
import type { KeptDraft, RecordPlace } from './storage.ts';

/** How long a place may take to open, in milliseconds. Some browsers never answer, and a page that waits is of no use. */
export const patience = 15_000;

/** Gives the place as soon as it is open. Rejects where it cannot be opened, or is not in time. */
export function openInTime(opening: Promise<RecordPlace>): Promise<RecordPlace> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The browser does not open its storage.')), patience);
  });
  return Promise.race([opening, late]).finally(() => clearTimeout(timer));
}

/** The programs, and what became of those that tabs put down as they were left. */
export interface OpenedPrograms {
  store: ProgramStore;
  recovered: RecoveredCopy[];
  /** What this tab put down and the browser has no room to save; undefined when all is saved. */
  unsaved: KeptDraft | undefined;
}

/**
 * Opens the programs of a place. Rejects where they cannot be read.
 *
 * @param own what this tab put down as it was left.
 */
export async function openPrograms(place: RecordPlace, own?: KeptDraft): Promise<OpenedPrograms> {
  const store = new ProgramStore(place);
  try {
    const recovered = await store.recover(own);
    await store.purge();
    return { store, recovered, unsaved: undefined };
  } catch {
    // What is kept can be read all the same, even where nothing more can be.
    await store.list();
    return { store, recovered: [], unsaved: own };
  }
}
