/**
 * The program that is open on this page: saved as one goes, shared with other tabs, exchanged for another.
 *
 * Tabs tell each other of what they save. A tab without changes of its own follows; one that has some keeps them as a
 * program of its own, so that none ever overwrites what another has done.
 */
import type { Editor, ProgramState } from '../src/editor/index.ts';
import { isHandedOver } from './handover.ts';
import type { Messages } from './messages.ts';
import type { Notices } from './notices.ts';
import { readPreference, writePreference } from './preferences.ts';
import { downloadProgram } from './program-files.ts';
import { isThere, type ProgramStore, type RecoveredCopy, type Save } from './program-store.ts';
import type { KeptDraft, KeptProgram } from './storage.ts';
import { dropTabDraft, readTabProgram, writeTabDraft, writeTabProgram } from './tab-memory.ts';
import { focusBlocks, showBeginning } from './view.ts';

/** How long changes are gathered before they are written, in milliseconds. */
const delay = 300;
const channelName = 'codeless-push-blocks:programs';
const preference = 'program';

/** How the program is kept: `followed` until the next change of one's own. */
export type DeskState = 'saved' | 'saving' | 'failed' | 'memory' | 'followed';

/** What tabs tell each other. */
type TabMessage = { type: 'saved'; id: string; revision: number } | { type: 'list' };

/** What a desk works with. */
export interface DeskOptions {
  editor: Editor;
  store: ProgramStore;
  messages: Messages;
  notices: Notices;
  /** Whether the program that is shown at first is a person's work, and not just the example. */
  isOwn: boolean;
}

/** A program as it is opened for the first time. */
export interface NewProgram {
  name: string;
  program: unknown;
}

/** The program that this tab had open, or the one that was worked on last; `undefined` when there is none yet. */
export async function lastProgram(store: ProgramStore): Promise<KeptProgram | undefined> {
  const programs = (await store.list()).filter(isThere);
  const wanted = [readTabProgram(), readPreference(preference)];
  for (const id of wanted) {
    const found = programs.find((program) => program.id === id);
    if (found) return found;
  }
  return programs[0];
}

/** The desk. */
export class ProgramDesk {
  readonly #editor: Editor;
  readonly #store: ProgramStore;
  readonly #messages: Messages;
  readonly #notices: Notices;
  readonly #channel = new BroadcastChannel(channelName);
  readonly #tab = crypto.randomUUID();
  readonly #listeners = new Set<() => void>();
  #name: string;
  /** Where the program is kept; undefined while it could not be kept yet. */
  #kept: { id: string; revision: number } | undefined;
  #savedText: string;
  /** How the program became what it is since it was saved, if that was not by an edit. */
  #by: Save['by'];
  #state: DeskState;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #isBehind = false;
  /** Takes the message away that another tab has deleted the program; undefined when none did. */
  #dismissDeleted: (() => void) | undefined;
  #hasSaidFailed = false;
  /** Whether there is anything that a person would miss. */
  #isOwn: boolean;
  /** Why the last save failed. */
  #failure = '';

  /** `kept` is what the editor shows already. */
  constructor({ editor, store, messages, notices, isOwn }: DeskOptions, kept: KeptProgram | NewProgram) {
    this.#editor = editor;
    this.#store = store;
    this.#messages = messages;
    this.#notices = notices;
    this.#isOwn = isOwn;
    this.#name = kept.name;
    this.#state = this.#calm;
    this.#savedText = this.#text();
    if ('id' in kept) this.#take(kept);
    else void this.#inTurn(() => this.#save());

    // Another program is loaded here alone, and saved where that is called for.
    editor.on('change', ({ kind }) => {
      if (kind !== 'load') this.#changed();
    });
    this.#channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => this.#hear(data));
    // A phone may end a page in the background without another word.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#leave();
      else void this.#inTurn(() => this.#catchUp());
    });
    window.addEventListener('pagehide', () => this.#leave());
    window.addEventListener('focus', () => void this.#inTurn(() => this.#catchUp()));
    // What was put off while a block was dragged or a field written in.
    for (const event of ['pointerup', 'focusout']) {
      window.addEventListener(event, () => {
        if (this.#isBehind) setTimeout(() => void this.#inTurn(() => this.#catchUp()));
      });
    }
  }

  get id(): string | undefined {
    return this.#kept?.id;
  }

  get name(): string {
    return this.#name || this.#messages.programs.untitled;
  }

  get state(): DeskState {
    return this.#state;
  }

  get store(): ProgramStore {
    return this.#store;
  }

  /** Calls the listener whenever the name, the state or the list of programs may have changed. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Says what became of programs that were changed in two tabs as one of them was left. */
  tellRecovered(copies: readonly RecoveredCopy[]): void {
    for (const { name, copy } of copies) {
      if (copy.id === this.id) continue;
      this.#notices.show({
        kind: 'info',
        title: this.#messages.programs.recovered(name, copy.name),
        actions: [{ label: this.#messages.programs.openIt, choose: () => void this.open(copy.id) }],
      });
    }
  }

  /** Saves what is not saved yet, and resolves when all that was asked for before is done. */
  async flush(): Promise<void> {
    await this.#inTurn(() => this.#save());
  }

  /** Opens another program in place of this one, which is saved before. */
  async open(id: string): Promise<void> {
    await this.#inTurn(async () => {
      if (id === this.id) return;
      const kept = await this.#store.read(id);
      if (!kept) return;
      await this.#putAway();
      try {
        this.#show(kept.program);
        focusBlocks(this.#editor);
      } catch (error) {
        const title = this.#messages.programs.cannotOpen(kept.name || this.#messages.programs.untitled);
        const choose = (): void => void downloadProgram(kept.program, kept.name);
        const actions = [{ label: this.#messages.downloadIt, choose }];
        this.#notices.show({ kind: 'error', title, detail: describe(error), actions });
        return;
      }
      this.#take(kept);
      this.#notices.say(this.#messages.programs.created(this.name));
    });
  }

  /**
   * Opens a program that is not kept yet, under its name or, where that is taken, one with a number.
   *
   * @param options `isAsked` false: no person has just asked for it, so that the keyboard stays where it is.
   * @throws what the editor throws when it cannot be shown; then the present one stays open.
   */
  async create({ name, program }: NewProgram, { isAsked = true } = {}): Promise<void> {
    await this.#inTurn(async () => {
      await this.#putAway();
      this.#show(program);
      if (isAsked) focusBlocks(this.#editor);
      this.#name = name;
      this.#kept = undefined;
      this.#isOwn = true;
      await this.#save();
    });
  }

  /** Opens a copy of this program, as it is now. */
  async duplicate(): Promise<void> {
    await this.create({ name: this.name, program: this.#editor.save() });
    this.#notices.show({ kind: 'info', title: this.#messages.programs.duplicated(this.name) });
  }

  /** Gives a program, this or another, another name. */
  async rename(id: string | undefined, name: string): Promise<void> {
    await this.#inTurn(async () => {
      if (id === this.id) this.#name = name;
      if (id === undefined) return;
      await this.#store.rename(id, name);
      this.#tell({ type: 'list' });
    });
  }

  /** Deletes a program; it can be brought back. When it is this one, another is opened in its place. */
  async remove(id: string | undefined): Promise<void> {
    if (id === undefined) return;
    const name = await this.#inTurn(async () => {
      if (id === this.id) await this.#save();
      const kept = await this.#store.read(id);
      if (!kept) return undefined;
      await this.#store.setDeleted(id, true);
      if (id === this.id) await this.#openAnother();
      this.#tell({ type: 'list' });
      return kept.name || this.#messages.programs.untitled;
    });
    if (name === undefined) return;
    const bringBack = { label: this.#messages.programs.bringBack, choose: () => void this.restore(id) };
    this.#notices.show({ kind: 'info', title: this.#messages.programs.removed(name), actions: [bringBack] });
  }

  /** Brings a deleted program back, and opens it. */
  async restore(id: string): Promise<void> {
    await this.#inTurn(() => this.#store.setDeleted(id, false));
    this.#tell({ type: 'list' });
    await this.open(id);
    // It may have been open all the while, and have another name now.
    await this.#inTurn(() => this.#catchUp());
    this.#notices.show({ kind: 'info', title: this.#messages.programs.restored(this.name) });
  }

  /** Shows another state of this program, as a change that can be undone, with a version of its own before and after. */
  async goTo(program: unknown): Promise<void> {
    await this.#inTurn(async () => {
      await this.#save();
      if (this.#kept) await this.#store.closeVersion(this.#kept.id);
      this.#editor.load(program);
      await this.#save();
      if (this.#kept) await this.#store.closeVersion(this.#kept.id);
    });
  }

  /** Takes the last change back, also one from before the page was opened. */
  undo(): void {
    this.#go(-1);
  }

  /** Does again what was taken back last. */
  redo(): void {
    this.#go(1);
  }

  #go(by: -1 | 1): void {
    const before = this.#text();
    if (by < 0) this.#editor.undo();
    else this.#editor.redo();
    if (this.#text() !== before) {
      this.#by = by < 0 ? 'undo' : 'redo';
      this.#sayGone(by, true);
      return;
    }
    // The editor has nothing more to undo: what it did before it was opened is kept as steps.
    void this.#inTurn(async () => {
      if (!(await this.#save()) || !this.#kept) return;
      const { id, revision: base } = this.#kept;
      const moved = await this.#store.goStep({ id, base, tab: this.#tab }, by).catch(() => undefined);
      this.#sayGone(by, moved !== undefined);
      if (!moved) return;
      // What was done in the meantime goes on from there: it is newer than the wish to go back.
      if (this.#text() === this.#savedText) this.#follow(moved, this.#calm);
      else this.#kept = { id, revision: moved.revision };
      this.#tell({ type: 'saved', id, revision: moved.revision });
    });
  }

  /** Says what came of the wish to go back or on: what changes is for the eyes alone, and where nothing does, for nobody. */
  #sayGone(by: -1 | 1, isDone: boolean): void {
    const { undone, redone, nothingToUndo, nothingToRedo } = this.#messages;
    if (isDone) this.#notices.say(by < 0 ? undone : redone);
    else this.#notices.show({ kind: 'info', title: by < 0 ? nothingToUndo : nothingToRedo });
  }

  /** What the state is when all is well. */
  get #calm(): DeskState {
    return this.#store.persistent ? 'saved' : 'memory';
  }

  #text(): string {
    return JSON.stringify(this.#editor.save());
  }

  /** Does things one after the other, since each looks at what is open. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(act);
    this.#turn = result.catch(() => {});
    return result;
  }

  #changed(): void {
    this.#isOwn = true;
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => void this.#inTurn(() => this.#save()), delay);
    if (this.#state !== 'failed') this.#setState('saving');
  }

  /** Saves what is not saved yet. Whether all of it is then saved. */
  async #save(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    let program: ProgramState;
    try {
      program = this.#editor.save();
    } catch (error) {
      // Longer than Blockly can save; it says so.
      this.#fail(error);
      return false;
    }
    const text = JSON.stringify(program);
    const by = this.#by;
    this.#by = undefined;
    if (this.#kept && text === this.#savedText) {
      dropTabDraft();
      if (this.#state === 'saving') this.#setState(this.#calm);
      return true;
    }
    try {
      if (!this.#kept) {
        this.#take(await this.#store.add(this.#name, program));
      } else {
        const { id, revision: base } = this.#kept;
        const isUnfinished = isWriting();
        const result = await this.#store.save({ id, base, program, tab: this.#tab, by, isUnfinished });
        if (result.status === 'conflict') await this.#fork(program, result.isDeleted);
        else this.#kept = { id, revision: result.revision };
      }
    } catch (error) {
      this.#fail(error);
      return false;
    }
    this.#savedText = text;
    dropTabDraft();
    this.#hasSaidFailed = false;
    this.#setState(this.#calm);
    if (this.#kept) this.#tell({ type: 'saved', ...this.#kept });
    return true;
  }

  /** Another tab was faster: what this one has becomes a program of its own. */
  async #fork(program: ProgramState, isDeleted: boolean): Promise<void> {
    const { programs } = this.#messages;
    const other = { id: this.id, name: this.name };
    this.#take(await this.#store.add(this.#name, program));
    this.#tell({ type: 'list' });
    if (isDeleted) {
      this.#notices.show({ kind: 'info', title: programs.restored(this.name) });
      return;
    }
    const open = { label: programs.openOther, choose: () => void (other.id && this.open(other.id)) };
    this.#notices.show({
      kind: 'info',
      title: programs.forked(other.name, this.name),
      detail: programs.forkedDetail,
      actions: [open],
    });
  }

  /** Saves this program before another takes its place; where that cannot be done, offers it as a file. */
  async #putAway(): Promise<void> {
    if (await this.#save()) return;
    const program = this.#editor.save();
    const { name } = this;
    const { programs, downloadIt } = this.#messages;
    this.#notices.show({
      kind: 'error',
      title: programs.leftUnsaved(name),
      detail: programs.leftUnsavedDetail,
      actions: [{ label: downloadIt, choose: () => downloadProgram(program, name) }],
    });
  }

  async #openAnother(): Promise<void> {
    const another = (await this.#store.list()).find((kept) => isThere(kept) && kept.id !== this.id);
    if (another) {
      this.#show(another.program);
      this.#take(another);
      return;
    }
    this.#show({ version: 1 });
    this.#name = this.#messages.programs.newName;
    this.#kept = undefined;
    await this.#save();
  }

  /** Shows a program that has a history of its own. */
  #show(program: unknown): void {
    this.#editor.load(program, { undo: false });
    showBeginning(this.#editor);
    this.#savedText = this.#text();
  }

  /** Remembers which program is open. */
  #take({ id, name, revision }: KeptProgram): void {
    this.#name = name;
    this.#kept = { id, revision };
    this.#isBehind = false;
    this.#notDeleted();
    writePreference(preference, id);
    writeTabProgram(id);
    this.#setState(this.#calm);
  }

  #hear(message: TabMessage): void {
    if (message.type === 'list' || message.id === this.id) void this.#inTurn(() => this.#catchUp());
    else this.#announce();
  }

  /** Shows what another tab has saved, unless this one has changes of its own, or is in the middle of one. */
  async #catchUp(): Promise<void> {
    if (!this.#kept) return;
    const { id, revision } = this.#kept;
    const kept = await this.#store.read(id).catch(() => undefined);
    if (!kept) return;
    this.#name = kept.name;
    this.#noteDeleted(kept);
    this.#isBehind = kept.revision > revision;
    if (this.#isBehind && this.#text() !== this.#savedText) await this.#save();
    else if (this.#isBehind && !this.#isBusy()) this.#follow(kept, 'followed');
    this.#announce();
  }

  /** Says once that another tab has deleted the program. */
  #noteDeleted({ id, deletedAt }: KeptProgram): void {
    if (deletedAt === undefined) {
      this.#notDeleted();
    } else if (!this.#dismissDeleted) {
      const { programs } = this.#messages;
      this.#dismissDeleted = this.#notices.show({
        kind: 'info',
        title: programs.removedElsewhere(this.name),
        detail: programs.removedElsewhereDetail,
        actions: [{ label: programs.bringBack, choose: () => void this.restore(id) }],
      });
    }
  }

  /** The program is there again, or another is open. */
  #notDeleted(): void {
    this.#dismissDeleted?.();
    this.#dismissDeleted = undefined;
  }

  #follow(kept: KeptProgram, state: DeskState): void {
    const { workspace } = this.#editor;
    const selected = workspace.getInjectionDiv().querySelector('.blocklySelected')?.getAttribute('data-id');
    this.#editor.load(kept.program, { undo: false });
    if (selected) workspace.getBlockById(selected)?.select();
    this.#savedText = this.#text();
    this.#isBehind = false;
    this.#kept = { id: kept.id, revision: kept.revision };
    // Once, however often the other tab goes on.
    if (state === 'followed' && this.#state !== state) this.#notices.say(this.#messages.programs.states.followed);
    this.#setState(state);
  }

  /** Whether a block is being dragged or a field written in. */
  #isBusy(): boolean {
    return this.#editor.workspace.isDragging() || isWriting();
  }

  /** Puts everything down as the page is left: the last change may be a moment old. */
  #leave(): void {
    if (!this.#kept) return;
    const program = this.#editor.save();
    if (JSON.stringify(program) === this.#savedText) return;
    const { id, revision: base } = this.#kept;
    // Whether another tab was faster cannot be found out any more; whoever opens the page next does.
    const savedAt = Date.now();
    const draft: KeptDraft = { id: this.#tab, programId: id, name: this.#name, base, program, savedAt };
    writeTabDraft(draft);
    this.#store.putDraft(draft).catch(() => {});
    void this.#inTurn(() => this.#save());
  }

  #fail(error: unknown): void {
    this.#setState('failed');
    this.#failure = describe(error);
    if (this.#hasSaidFailed) return;
    this.#hasSaidFailed = true;
    this.tellNotKept();
  }

  /** Says why the program is not kept, and offers it as a file. */
  tellNotKept(): void {
    const { storageFull, storageFullDetail, storageDenied, storageDeniedDetail, downloadIt } = this.#messages;
    const isDenied = this.#state === 'memory';
    this.#notices.show({
      kind: 'error',
      title: isDenied ? storageDenied : storageFull,
      detail: isDenied ? storageDeniedDetail : `${storageFullDetail} (${this.#failure})`,
      actions: [{ label: downloadIt, choose: () => downloadProgram(this.#editor.save(), this.name) }],
    });
  }

  #setState(state: DeskState): void {
    this.#state = state;
    // Not for a page whose program is safe: some browsers then keep it for the way back.
    const isAtRisk = this.#isOwn && (state === 'failed' || state === 'memory');
    if (isAtRisk) window.addEventListener('beforeunload', askFirst);
    else window.removeEventListener('beforeunload', askFirst);
    this.#announce();
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }

  #tell(message: TabMessage): void {
    this.#channel.postMessage(message);
    this.#announce();
  }
}

/** Has the browser ask before it leaves a page whose program is kept nowhere else. */
function askFirst(event: BeforeUnloadEvent): void {
  if (!isHandedOver()) event.preventDefault();
}

/** Whether a field is being written in, or something chosen in one. */
function isWriting(): boolean {
  const focused = document.activeElement;
  return focused !== null && focused.closest('.blocklyWidgetDiv, .blocklyDropDownDiv') !== null;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
