/**
 * The programs of a person: saving them without overwriting what another tab saved, their last versions, and the
 * steps of their making, which Undo goes back through after a reload.
 */
import type { ProgramState } from '../src/editor/index.ts';
import type { KeptDraft, KeptProgram, KeptVersion, RecordPlace, Records } from './storage.ts';

/** How many versions of a program are kept. */
export const mostVersions = 20;
/** Work within this time goes into one version, in milliseconds. */
const stretch = 60_000;
/** How many steps back Undo goes after a reload, and how many characters all of them may have. */
const mostSteps = 100;
const mostStepText = 8_000_000;
/** How long a deleted program can be had back, in milliseconds. */
const deletedFor = 30 * 24 * 60 * 60 * 1000;

/** What came of saving. */
export type SaveResult =
  | { status: 'saved'; revision: number; savedAt: number }
  /** Another tab has saved something else, or deleted the program. Nothing was written. */
  | { status: 'conflict'; isDeleted: boolean };

/** A program that was saved by a tab as it was left, when another had saved the same program before. */
export interface RecoveredCopy {
  /** The program that both had open. */
  name: string;
  copy: KeptProgram;
}

/** What is saved. */
export interface Save {
  id: string;
  /** The revision that the tab has seen. */
  base: number;
  program: ProgramState;
  /** The tab; what it put down as a draft is then no longer needed. */
  tab: string;
  /** Whether the editor got there by undoing or by doing again; an edit when left out. */
  by?: 'undo' | 'redo' | undefined;
  /** Whether a field is being written in: what is saved next belongs to the same step. */
  isUnfinished?: boolean;
}

/** Programs in a place for records. All methods reject when the browser refuses, as when the disk is full. */
export class ProgramStore {
  readonly #place: RecordPlace;
  readonly #now: () => number;
  /** The drafts that were recovered here. One may be written late, after what it says was saved long since. */
  readonly #recovered = new Set<string>();
  #hasHistory = true;

  constructor(place: RecordPlace, now: () => number = Date.now) {
    this.#place = place;
    this.#now = now;
  }

  /** Whether programs outlive the page. */
  get persistent(): boolean {
    return this.#place.persistent;
  }

  /** Whether the last save had room for a version too. */
  get hasHistory(): boolean {
    return this.#hasHistory;
  }

  /** All programs, the one saved last at the front; deleted ones are among them. */
  async list(): Promise<KeptProgram[]> {
    const programs = await this.#place.transact((records) => records.programs());
    return programs.toSorted((one, other) => other.savedAt - one.savedAt);
  }

  read(id: string): Promise<KeptProgram | undefined> {
    return this.#place.transact((records) => records.program(id));
  }

  /** Adds a program under a name that no other has: `name`, or that with a number behind it. */
  add(name: string, program: ProgramState): Promise<KeptProgram> {
    return this.#withRoom((records, withHistory) => this.#add(records, name, program, withHistory));
  }

  /** Saves a program, unless another tab has saved it since. */
  save(save: Save): Promise<SaveResult> {
    return this.#withRoom((records, withHistory) => this.#save(records, save, withHistory));
  }

  /**
   * Puts a program down as its tab is left. Whether that fits with what other tabs saved is looked into by
   * {@link recover}.
   */
  putDraft(draft: KeptDraft): Promise<void> {
    return this.#place.putDraft(draft);
  }

  /**
   * Saves what tabs put down as they were left. Gives those that had to become programs of their own.
   *
   * @param own what this tab put down, in a place of its own.
   */
  recover(own?: KeptDraft): Promise<RecoveredCopy[]> {
    return this.#withRoom(async (records, withHistory) => {
      const copies: RecoveredCopy[] = [];
      const drafts = new Map((await records.drafts()).map((draft) => [draft.id, draft]));
      if (own) drafts.set(own.id, own);
      for (const draft of drafts.values()) {
        this.#recovered.add(draft.id);
        const { programId: id, base, program, name, id: tab } = draft;
        const kept = await records.program(id);
        // It may have been left before it heard that its own last save was done.
        const isOwn = kept?.revision === base + 1 && kept.tab === tab;
        const result = await this.#save(records, { id, base: isOwn ? base + 1 : base, program, tab }, withHistory);
        if (result.status === 'saved') continue;
        copies.push({ name, copy: await this.#add(records, name, program, withHistory) });
        await records.remove('drafts', tab);
      }
      return copies;
    });
  }

  /** Gives a program another name. */
  rename(id: string, name: string): Promise<void> {
    return this.#change(id, (kept) => ({ ...kept, name }));
  }

  /** Marks a program as deleted, or, with `false`, as not deleted; its name may then need a number. */
  setDeleted(id: string, isDeleted: boolean): Promise<void> {
    return this.#change(id, async (kept, records) => {
      if (isDeleted) return { ...kept, deletedAt: this.#now() };
      const there = { ...kept };
      delete there.deletedAt;
      if (kept.deletedAt === undefined) return there;
      return { ...there, name: freeName(kept.name, await namesIn(records)) };
    });
  }

  /** Removes for good what was deleted long ago. */
  purge(): Promise<void> {
    return this.#place.transact(async (records) => {
      for (const { id, deletedAt } of await records.programs()) {
        if (deletedAt === undefined || this.#now() - deletedAt < deletedFor) continue;
        await records.remove('programs', id);
        await records.removeNumbered('versions', id, 0, Number.MAX_SAFE_INTEGER);
        await records.removeNumbered('steps', id, 0, Number.MAX_SAFE_INTEGER);
      }
    });
  }

  /** The last versions of a program, the newest first. */
  async versions(id: string): Promise<KeptVersion[]> {
    const versions = await this.#place.transact((records) => records.versions(id));
    return versions.toReversed();
  }

  /** Ends a version: what is saved from now on belongs to another. */
  closeVersion(id: string): Promise<void> {
    return this.#place.transact(async (records) => {
      const version = await records.lastVersion(id);
      if (version && !version.closed) await records.put('versions', { ...version, closed: true });
    });
  }

  /**
   * Takes a program a step back, or on again. Gives it as it then is, or `undefined` when there is no such step or
   * another tab has saved the program since.
   */
  goStep({ id, base, tab }: Pick<Save, 'id' | 'base' | 'tab'>, by: -1 | 1): Promise<KeptProgram | undefined> {
    return this.#place.transact(async (records) => {
      const kept = await records.program(id);
      if (kept?.revision !== base || kept.deletedAt !== undefined) return undefined;
      const step = kept.step + by;
      const text = (await records.step(id, step))?.text;
      if (text === undefined) return undefined;
      const savedAt = this.#now();
      const moved = { ...kept, program: readText(text), savedAt, revision: base + 1, step, tab };
      await records.put('programs', moved);
      await this.#addVersion(records, id, text, savedAt);
      return moved;
    });
  }

  /** Tries without versions and steps where there is no room for them: the program itself is worth more. */
  async #withRoom<T>(work: (records: Records, withHistory: boolean) => Promise<T>): Promise<T> {
    try {
      const result = await this.#place.transact((records) => work(records, true));
      this.#hasHistory = true;
      return result;
    } catch {
      const result = await this.#place.transact((records) => work(records, false));
      this.#hasHistory = false;
      return result;
    }
  }

  async #change(
    id: string,
    change: (kept: KeptProgram, records: Records) => KeptProgram | Promise<KeptProgram>,
  ): Promise<void> {
    await this.#place.transact(async (records) => {
      const kept = await records.program(id);
      // The revision stays: it is that of the blocks, and a tab at work on them need not mind.
      if (kept) await records.put('programs', await change(kept, records));
    });
  }

  async #add(records: Records, wanted: string, program: ProgramState, withHistory: boolean): Promise<KeptProgram> {
    const now = this.#now();
    const id = crypto.randomUUID();
    const name = freeName(wanted, await namesIn(records));
    const kept: KeptProgram = { id, name, program, createdAt: now, savedAt: now, revision: 1, step: 1 };
    const text = JSON.stringify(program);
    await records.put('programs', kept);
    if (!withHistory) return kept;
    await records.put('versions', { programId: id, number: 1, text, startedAt: now, savedAt: now, closed: true });
    await records.put('steps', { programId: id, number: 1, text });
    return kept;
  }

  async #save(records: Records, save: Save, withHistory: boolean): Promise<SaveResult> {
    const { id, base, program, tab } = save;
    const kept = await records.program(id);
    if (!kept) return { status: 'conflict', isDeleted: true };
    const text = JSON.stringify(program);
    const isSame = JSON.stringify(kept.program) === text;
    const isDeleted = kept.deletedAt !== undefined;
    if (!isSame && (kept.revision !== base || isDeleted)) return { status: 'conflict', isDeleted };
    for (const draft of [tab, ...this.#recovered]) await records.remove('drafts', draft);
    if (isSame) return { status: 'saved', revision: kept.revision, savedAt: kept.savedAt };
    const savedAt = this.#now();
    const revision = base + 1;
    const step = withHistory ? await placeStep(records, kept, text, save) : kept.step;
    await records.put('programs', { ...kept, program, savedAt, revision, step, tab });
    if (withHistory) await this.#addVersion(records, id, text, savedAt);
    return { status: 'saved', revision, savedAt };
  }

  async #addVersion(records: Records, programId: string, text: string, savedAt: number): Promise<void> {
    const last = await records.lastVersion(programId);
    const goesOn = last !== undefined && !last.closed && savedAt - last.startedAt < stretch;
    const number = goesOn ? last.number : (last?.number ?? 0) + 1;
    const startedAt = goesOn ? last.startedAt : savedAt;
    await records.put('versions', { programId, number, text, startedAt, savedAt, closed: false });
    await records.removeNumbered('versions', programId, 0, number - mostVersions);
  }
}

/** A program from the text that it was kept as. */
export function readText(text: string): ProgramState {
  return JSON.parse(text);
}

/** Whether a program is not deleted. */
export function isThere({ deletedAt }: KeptProgram): boolean {
  return deletedAt === undefined;
}

/** The names of all programs that are not deleted. */
async function namesIn(records: Records): Promise<Set<string>> {
  return new Set((await records.programs()).filter(isThere).map(({ name }) => name));
}

/** The name, or the first of “name 2”, “name 3” … that is free. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.replace(/ \d+$/, '');
  for (let number = 2; ; number += 1) {
    const name = `${stem} ${number}`;
    if (!taken.has(name)) return name;
  }
}

/**
 * Where a state is among the steps of its program: Undo and Redo go back or on; everything else is a new step, and what
 * had been taken back is gone, as always.
 */
async function placeStep(
  records: Records,
  kept: KeptProgram,
  text: string,
  { by, isUnfinished = false }: Pick<Save, 'by' | 'isUnfinished'>,
): Promise<number> {
  const { id, step } = kept;
  if (by !== undefined) {
    // What the editor undoes as one may have been kept as many steps.
    const found = await findStep(records, kept, text, by === 'undo' ? -1 : 1);
    if (found !== undefined) return found;
    // Or many as one: the state lies between two steps.
    return insertStep(records, id, by === 'undo' ? step : step + 1, text);
  }
  const goesOn = (await records.step(id, step))?.isUnfinished === true;
  const next = goesOn ? step : step + 1;
  const isTakenBack = (await records.step(id, step - 1))?.text === text;
  if (!goesOn && isTakenBack) return step - 1;
  if ((await records.step(id, step + 1))?.text === text) return step + 1;
  await records.removeNumbered('steps', id, next, Number.MAX_SAFE_INTEGER);
  if (isTakenBack) return step - 1;
  await records.put('steps', { programId: id, number: next, text, isUnfinished });
  const most = Math.max(2, Math.min(mostSteps, Math.floor(mostStepText / text.length)));
  await records.removeNumbered('steps', id, 0, next - most);
  return next;
}

/** The nearest step with this text, looking back or on. */
async function findStep(
  records: Records,
  { id, step }: KeptProgram,
  text: string,
  direction: -1 | 1,
): Promise<number | undefined> {
  for (let number = step + direction; ; number += direction) {
    const there = await records.step(id, number);
    if (there === undefined) return undefined;
    if (there.text === text) return number;
  }
}

/** Makes room at a number, and puts a step there. */
async function insertStep(records: Records, id: string, at: number, text: string): Promise<number> {
  let moving: string | undefined = text;
  for (let number = at; moving !== undefined; number += 1) {
    const there: string | undefined = (await records.step(id, number))?.text;
    await records.put('steps', { programId: id, number, text: moving });
    moving = there;
  }
  return at;
}
