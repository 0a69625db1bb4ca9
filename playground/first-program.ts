/**
 * The program that the page begins with, and its code. A program is data and needs no blocks to be compiled: the code is
 * there to be read while they are still on their way. That of the example, which a first visit shows, is there before the
 * compiler is.
 */
import { exampleCode } from './example-code.ts';
import { exampleProgram } from './example.ts';
import { isUsualCode, readExportChoices } from './export-choices.ts';
import { takeOver, type Carried } from './handover.ts';
import { MemoryRecords } from './memory-records.ts';
import type { Messages } from './messages.ts';
import type { Notices } from './notices.ts';
import { plainCode } from './plain-code.ts';
import { lastProgram } from './program-desk.ts';
import { downloadProgram } from './program-files.ts';
import { openInTime, openPrograms } from './open-programs.ts';
import { ProgramStore, type RecoveredCopy } from './program-store.ts';
import { isShareLink } from './share-address.ts';
import { openDatabase, type KeptDraft, type KeptProgram } from './storage.ts';
import { dropTabDraft, readTabDraft } from './tab-memory.ts';

/** Where programs are kept, and what there is to show; nothing on a first visit. */
export interface FirstProgram {
  store: ProgramStore;
  recovered: RecoveredCopy[];
  /** The one that was last worked on. */
  kept: KeptProgram | undefined;
  /** What this tab had put down as it was left, where there is no room to keep it. */
  unsaved: KeptDraft | undefined;
  /** One that a reload carried over, where nothing is kept. */
  carried: Carried | undefined;
}

/** Opens the programs that are kept, or, where the browser denies that, a place that lasts as long as the page. */
export async function findFirstProgram(messages: Messages, notices: Notices): Promise<FirstProgram> {
  try {
    const { store, recovered, unsaved } = await openPrograms(await openInTime(openDatabase()), readTabDraft());
    if (unsaved) return { store, recovered, kept: undefined, unsaved, carried: undefined };
    dropTabDraft();
    const kept = await lastProgram(store);
    return { store, recovered, kept, unsaved, carried: kept ? undefined : takeOver() };
  } catch {
    notices.show({ kind: 'error', title: messages.storageDenied, detail: messages.storageDeniedDetail });
    const store = new ProgramStore(new MemoryRecords());
    return { store, recovered: [], kept: undefined, unsaved: undefined, carried: takeOver() };
  }
}

/** Shows the code of the program, or of the example, unless another may take its place at once. */
export async function showFirstCode(element: HTMLElement, { kept, unsaved, carried }: FirstProgram): Promise<void> {
  if (carried || isShareLink(location.hash)) return;
  plainCode(element).textContent = await firstCode((unsaved ?? kept)?.program);
}

async function firstCode(program: KeptProgram['program'] | undefined): Promise<string> {
  const choices = readExportChoices();
  if (program === undefined && isUsualCode(choices)) return exampleCode;
  const { codeOf } = await import('./code-of.ts');
  return codeOf(program ?? exampleProgram, choices);
}

/** What saves the program as a file, should the page not start; `undefined` where there is none but the example. */
export function rescueOf({ kept, unsaved }: FirstProgram): (() => void) | undefined {
  const own = unsaved ?? kept;
  return own && (() => void downloadProgram(own.program, own.name));
}
