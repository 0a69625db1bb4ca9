/** The editor: a workspace, the code of its program, and its runs. */
import * as Blockly from 'blockly';
import { installBlocks } from '../../blocks/index.ts';
import type { Compilation, Diagnostic } from '../../generators/typescript/compilation.ts';
import type { EditCompiler } from '../../generators/typescript/edit-compiler.ts';
import type { CompileOptions } from '../../generators/typescript/index.ts';
import type { ProgramState } from '../../generators/typescript/program.ts';
import { ChangeWatch } from './change-watch.ts';
import { fetchCompiler, hasten, presentCompiler } from './compiler.ts';
import { DiagnosticMarks } from './diagnostics.ts';
import type { Fix } from './fixes.ts';
import { answerHelp } from './help.ts';
import { Emitter, toError, type EditorEvents, type EditorListener, type ProgramChange } from './events.ts';
import { copyJson, sameJson } from './json.ts';
import { loadProgram, onceLoaded, restoreProgram } from './loading.ts';
import { inLanguage, translate } from './locale.ts';
import { checkMedia, mediaUrl } from './media.ts';
import { mount, setReadOnly, type Mount } from './mount.ts';
import type { Editor, EditorOptions, HostBlock, EditorRun, EditorRunOptions, EditorUpdate } from './options.ts';
import { Runs } from './run.ts';
import { ProgramKeeper, saveProgram } from './saving.ts';
import { lookOf, type Look } from './theme.ts';
import { restoreView, viewOf } from './view.ts';

/**
 * Puts an editor into an element of the page, filling it.
 *
 * @throws the signal's reason when it is aborted already.
 */
export function createEditor(element: HTMLElement, options: EditorOptions = {}): Editor {
  options.signal?.throwIfAborted();
  return new WorkspaceEditor(element, options);
}

/** A workspace on the page, with what belongs to it. */
interface Shown extends Mount {
  keeper: ProgramKeeper;
  watch: ChangeWatch;
  marks: DiagnosticMarks;
}

class WorkspaceEditor implements Editor {
  readonly ready: Promise<void>;
  readonly #element: HTMLElement;
  readonly #options: EditorOptions;
  readonly #emitter = new Emitter();
  readonly #runs: Runs;
  #shown: Shown;
  readonly #closing = new AbortController();
  /** Ends following the look that is in force. */
  #look = new AbortController();
  /** Keeps the code in step with the blocks; null until it has been fetched. */
  #compiler: EditCompiler | null = null;
  #fetching: Promise<void> | null = null;
  /** Whether there was something to compile before there was a compiler. */
  #isCodeDue = false;
  #diagnostics: readonly Diagnostic[] = [];
  /** The workspace in whose menus there are fixes. */
  #mended: Blockly.Workspace | null = null;
  /** What the program was when it was last saved or loaded. */
  #kept: ProgramState = {};
  /** What the program was when a change of it was told last; null when another one was loaded and that is still to tell. */
  #told: ProgramState | null = null;
  /** The workspace into which a program was loaded that its history does not have yet. */
  #unrecorded: Blockly.Workspace | null = null;

  constructor(element: HTMLElement, options: EditorOptions) {
    this.#element = element;
    this.#options = { ...options };
    // What is wrong with the options is said before anything is on the page.
    const look = lookOf(options.theme);
    // On its way while the workspace is made.
    fetchCompiler().catch(() => {});
    this.#shown = this.#show(look);
    this.#runs = new Runs({
      workspace: () => this.#shown.workspace,
      emitter: this.#emitter,
      compile: (trace) => this.compile({ format: 'function', trace }),
      compiler: () => (this.#compiler === null ? this.#fetchCompiler() : null),
      highlight: (blockId) => this.highlight(blockId),
    });
    this.#follow(look);
    this.#runs.configure({ url: options.runner?.url, backend: options.backend });
    const loaded = this.#loadFirst(options.program);
    loaded.catch((error: unknown) => this.#emitter.emit('error', { error: toError(error), during: 'load' }));
    // Also an editor whose first program is bad is to work then.
    this.ready = this.#begin(loaded);
    // For a host that does not wait for it: what failed is told by an event.
    this.ready.catch(() => {});
    const { signal } = options;
    signal?.addEventListener('abort', () => this.dispose(), { signal: this.#closing.signal });
  }

  get workspace(): Blockly.WorkspaceSvg {
    this.#checkAlive();
    return this.#shown.workspace;
  }

  load(program: unknown, { undo = true }: { undo?: boolean } = {}): void {
    this.#runs.clearFailure();
    const { workspace } = this;
    inLanguage(this.#options.locale, () => loadProgram(program, workspace, undo));
    if (!undo) this.#forgetChanges();
    this.#kept = saveProgram(workspace);
    this.#told = null;
    this.#unrecorded = workspace;
    onceLoaded(workspace, () => (this.#unrecorded = null));
  }

  save(): ProgramState {
    const { workspace } = this;
    const program = inLanguage(this.#options.locale, () => saveProgram(workspace));
    // The host may do with its copy what it likes.
    this.#kept = copyJson(program);
    return program;
  }

  compile(options: Omit<CompileOptions, 'lowerings'> = {}): Compilation {
    return this.#compile(saveProgram(this.workspace), options);
  }

  async fixes(diagnostic: Diagnostic): Promise<Fix[]> {
    const { fixesFor } = await import('./fixes.ts');
    return fixesFor(diagnostic, this.workspace, this.#options.locale?.sentences.fixes);
  }

  highlight(blockId: string | null): void {
    this.workspace.highlightBlock(blockId);
    const block = blockId === null ? null : this.workspace.getBlockById(blockId);
    if (block !== null) this.workspace.scrollBoundsIntoView(block.getBoundingRectangleWithoutChildren());
  }

  run(options?: EditorRunOptions): EditorRun {
    this.#checkAlive();
    return this.#runs.start(options);
  }

  on<Name extends keyof EditorEvents>(event: Name, listener: EditorListener<Name>): () => void {
    this.#checkAlive();
    return this.#emitter.on(event, listener);
  }

  update(options: EditorUpdate): void {
    this.#checkAlive();
    const look = options.theme === undefined ? null : lookOf(options.theme);
    if (options.assetsUrl !== undefined) mediaUrl(options.assetsUrl);
    // Undefined is not named, whatever the types of a host allow.
    Object.assign(
      this.#options,
      Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
    );
    if (options.compile !== undefined && this.#compiler !== null) this.#compiler = this.#newCompiler();
    const isNew = [options.locale, options.messages, options.assetsUrl].some((option) => option !== undefined);
    if (isNew) this.#showAnew(look ?? lookOf(this.#options.theme));
    const { workspace } = this.#shown;
    if (look !== null) {
      if (!isNew) workspace.setTheme(look.theme);
      this.#follow(look);
    }
    if (options.readOnly !== undefined && !isNew) setReadOnly(workspace, options.readOnly);
    if (options.toolbox !== undefined && !isNew) workspace.updateToolbox(options.toolbox);
    if (options.runner !== undefined || options.backend !== undefined) {
      this.#runs.configure({ url: options.runner?.url, backend: options.backend });
    }
    if (options.compile !== undefined && !isNew) this.#emitCode(saveProgram(workspace));
  }

  undo(): void {
    this.#whenRecorded((workspace) => workspace.undo(false));
  }

  redo(): void {
    this.#whenRecorded((workspace) => workspace.undo(true));
  }

  dispose(): void {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    this.#look.abort();
    this.#shown.watch.stop();
    this.#runs.dispose();
    this.#emitter.clear();
    this.#shown.unmount();
  }

  /** Puts a workspace on the page, in the language and with the files that the options name. */
  #show(look: Look): Shown {
    const { locale, messages, blocks = [], onHelp, readOnly = false, assetsUrl } = this.#options;
    const media = mediaUrl(assetsUrl);
    installBlocks({ locale, messages });
    installHostBlocks(blocks);
    const mounted = mount(this.#element, this.#options, media, look.theme);
    const { workspace } = mounted;
    const keeper = new ProgramKeeper(workspace);
    workspace.addChangeListener((event) => keeper.note(event));
    const watch = new ChangeWatch(workspace, (kind) => this.#sync(kind));
    workspace.addChangeListener((event) => this.#select(event));
    if (onHelp) answerHelp(workspace, onHelp);
    if (readOnly) setReadOnly(workspace, true);
    checkMedia(media, (error) => {
      if (this.#shown.workspace === workspace) this.#emitter.emit('error', { error, during: 'assets' });
    });
    return { ...mounted, keeper, watch, marks: new DiagnosticMarks(workspace) };
  }

  /** Has another workspace in place of the present one, and everything else as it was. */
  #showAnew(look: Look): void {
    this.#runs.clearFailure();
    const { workspace, watch, unmount } = this.#shown;
    const program = saveProgram(workspace);
    const view = viewOf(workspace);
    watch.stop();
    unmount();
    this.#unrecorded = null;
    this.#shown = this.#show(look);
    restoreProgram(program, this.#shown.workspace);
    restoreView(view, this.#shown.workspace);
    // A change of this very moment would have been told a little later.
    if (this.#told === null) this.#sync('load');
    else if (!sameJson(program, this.#told)) this.#sync('edit');
    else this.#emitCode(program);
  }

  /** Begins the history anew. */
  #forgetChanges(): void {
    const { workspace } = this.#shown;
    workspace.clearUndo();
    onceLoaded(workspace, () => workspace.clearUndo());
  }

  /** Does something with the history, at once unless a program was loaded that is not in the history yet. */
  #whenRecorded(action: (workspace: Blockly.WorkspaceSvg) => void): void {
    const { workspace } = this;
    if (this.#unrecorded !== workspace) action(workspace);
    // After all that is recorded together with it.
    else onceLoaded(workspace, () => queueMicrotask(() => action(workspace)));
  }

  async #begin(loaded: Promise<void>): Promise<void> {
    await this.#fetchCompiler();
    await loaded;
  }

  async #loadFirst(program: unknown): Promise<void> {
    // Also without a program: hosts get their first code the same way as all that follows.
    // There is nothing before it that Undo could bring back.
    this.load(program ?? {}, { undo: false });
  }

  #compile(program: ProgramState, options: Omit<CompileOptions, 'lowerings'> = {}): Compilation {
    const compiler = presentCompiler();
    if (compiler === undefined) throw new Error('The compiler is not there yet: wait for `ready` before `compile`.');
    return translate(compiler.compile(program, this.#compileOptions(options)), this.#options.locale);
  }

  #newCompiler(): EditCompiler | null {
    const present = presentCompiler();
    return present ? new present.EditCompiler(this.#compileOptions({})) : null;
  }

  /** Fetches the compiler, and has the code follow that is due by then. Tells of a failure itself. */
  #fetchCompiler(): Promise<void> {
    this.#fetching ??= this.#takeCompiler();
    return this.#fetching;
  }

  async #takeCompiler(): Promise<void> {
    try {
      await fetchCompiler();
    } catch (cause) {
      // Out of reach for now: the next change tries again.
      this.#fetching = null;
      this.#emitter.emit('error', { error: toError(cause), during: 'compiler' });
      throw cause;
    }
    if (this.#closing.signal.aborted) return;
    this.#compiler = this.#newCompiler();
    // Who waits for `ready` before listening is to hear the first code too.
    if (this.#isCodeDue) setTimeout(() => this.#emitDueCode());
  }

  #compileOptions(options: Omit<CompileOptions, 'lowerings'>): CompileOptions {
    const { compile: chosen, lowerings } = this.#options;
    return { ...chosen, ...options, ...(lowerings && { lowerings }) };
  }

  /** Brings code, signs and hosts up to date after a change. */
  #sync(kind: ProgramChange['kind']): void {
    try {
      const program = this.#shown.keeper.save();
      if (kind !== 'layout') this.#runs.clearFailure();
      this.#told = program;
      this.#emitter.emit('change', { kind, dirty: !sameJson(program, this.#kept) });
      this.#emitCode(program);
    } catch (cause) {
      this.#emitter.emit('error', { error: toError(cause), during: 'sync' });
    }
  }

  #emitDueCode(): void {
    if (!this.#isCodeDue || this.#closing.signal.aborted) return;
    try {
      this.#emitCode(this.#shown.keeper.save());
    } catch (cause) {
      this.#emitter.emit('error', { error: toError(cause), during: 'sync' });
    }
  }

  #emitCode(program: ProgramState): void {
    this.#isCodeDue = this.#compiler === null;
    if (this.#compiler === null) {
      this.#fetchCompiler().catch(() => {});
      return;
    }
    const compilation = translate(this.#compiler.compile(program), this.#options.locale);
    this.#diagnostics = compilation.diagnostics;
    if (this.#diagnostics.length > 0 && this.#mended !== this.#shown.workspace) void this.#offerFixes();
    this.#shown.marks.show(compilation.diagnostics);
    this.#emitter.emit('code', compilation);
    this.#emitter.emit('diagnostics', compilation.diagnostics);
    void hasten(this.#compiler);
  }

  /** Puts fixes into the menus of blocks. They are loaded once there is something to mend. */
  async #offerFixes(): Promise<void> {
    const { workspace } = this.#shown;
    this.#mended = workspace;
    try {
      const { offerFixes } = await import('./fix-menu.ts');
      offerFixes(workspace, {
        problemsOf: (blockId) => this.#diagnostics.filter((one) => one.blockId === blockId),
        titles: this.#options.locale?.sentences.fixes,
      });
    } catch (cause) {
      // Out of reach for now: the next change tries again.
      this.#mended = null;
      this.#emitter.emit('error', { error: toError(cause), during: 'sync' });
    }
  }

  #select(event: Blockly.Events.Abstract): void {
    if (!(event instanceof Blockly.Events.Selected)) return;
    const id = event.newElementId ?? null;
    // Comments of the workspace can be selected too.
    this.#emitter.emit('select', { blockId: id !== null && this.#shown.workspace.getBlockById(id) ? id : null });
  }

  #follow(look: Look): void {
    this.#look.abort();
    this.#look = new AbortController();
    look.follow((theme) => this.#shown.workspace.setTheme(theme), this.#look.signal);
  }

  #checkAlive(): void {
    if (this.#closing.signal.aborted) throw new Error('This editor has been disposed of.');
  }
}

/** Defines blocks of a host. A type that is known already keeps its definition. */
function installHostBlocks(definitions: readonly HostBlock[]): void {
  const missing = definitions.filter(({ type }) => !Object.hasOwn(Blockly.Blocks, type));
  Blockly.common.defineBlocks(Blockly.common.createBlockDefinitionsFromJsonArray([...missing]));
}
