/** The editor: a workspace, the code of its program, and its runs. */
import * as Blockly from 'blockly';
import { installBlocks } from '../../blocks/index.ts';
import type { Compilation, Diagnostic } from '../../generators/typescript/compilation.ts';
import { compile, createCompiler, type CompileOptions, type Compiler } from '../../generators/typescript/index.ts';
import type { ProgramState } from '../../generators/typescript/program.ts';
import { ChangeWatch } from './change-watch.ts';
import { DiagnosticMarks } from './diagnostics.ts';
import type { Fix } from './fixes.ts';
import { answerHelp } from './help.ts';
import { Emitter, toError, type EditorEvents, type EditorListener, type ProgramChange } from './events.ts';
import { copyJson, sameJson } from './json.ts';
import { loadProgram } from './loading.ts';
import { inLanguage, translate } from './locale.ts';
import { mount, setReadOnly, type Mount } from './mount.ts';
import type { Editor, EditorOptions, HostBlock, EditorRun, EditorRunOptions, EditorUpdate } from './options.ts';
import { Runs } from './run.ts';
import { ProgramKeeper, saveProgram } from './saving.ts';
import { lookOf, type Look } from './theme.ts';

/**
 * Puts an editor into an element of the page, filling it.
 *
 * @throws the signal's reason when it is aborted already.
 */
export function createEditor(element: HTMLElement, options: EditorOptions = {}): Editor {
  options.signal?.throwIfAborted();
  return new WorkspaceEditor(element, options);
}

class WorkspaceEditor implements Editor {
  readonly ready: Promise<void>;
  readonly #options: EditorOptions;
  readonly #mount: Mount;
  readonly #emitter = new Emitter();
  readonly #watch: ChangeWatch;
  readonly #marks: DiagnosticMarks;
  readonly #runs: Runs;
  readonly #closing = new AbortController();
  /** Ends following the look that is in force. */
  #look = new AbortController();
  readonly #keeper: ProgramKeeper;
  /** Keeps the code in step with the blocks. */
  #compiler: Compiler;
  #diagnostics: readonly Diagnostic[] = [];
  #offersFixes = false;
  /** What the program was when it was last saved or loaded. */
  #kept: ProgramState = {};

  constructor(element: HTMLElement, options: EditorOptions) {
    this.#options = { ...options };
    // What is wrong with the options is said before anything is on the page.
    const look = lookOf(options.theme);
    installBlocks({ locale: options.locale, messages: options.messages });
    installHostBlocks(options.blocks ?? []);
    this.#mount = mount(element, options, look.theme);
    const { workspace } = this.#mount;
    this.#marks = new DiagnosticMarks(workspace);
    this.#runs = new Runs({
      workspace,
      emitter: this.#emitter,
      compile: (trace) => this.compile({ format: 'function', trace }),
      highlight: (blockId) => this.highlight(blockId),
    });
    this.#compiler = this.#newCompiler();
    this.#keeper = new ProgramKeeper(workspace);
    workspace.addChangeListener((event) => this.#keeper.note(event));
    this.#watch = new ChangeWatch(workspace, (kind) => this.#sync(kind));
    workspace.addChangeListener((event) => this.#select(event));
    if (options.onHelp) answerHelp(workspace, options.onHelp);
    this.#follow(look);
    if (options.readOnly) setReadOnly(workspace, true);
    this.#runs.configure({ url: options.runner?.url, backend: options.backend });
    this.ready = this.#loadFirst(options.program);
    // For a host that does not wait for it.
    this.ready.catch((error: unknown) => this.#emitter.emit('error', { error: toError(error), during: 'load' }));
    const { signal } = options;
    signal?.addEventListener('abort', () => this.dispose(), { signal: this.#closing.signal });
  }

  get workspace(): Blockly.WorkspaceSvg {
    this.#checkAlive();
    return this.#mount.workspace;
  }

  load(program: unknown, { undo = true }: { undo?: boolean } = {}): void {
    this.#runs.clearFailure();
    const { workspace } = this;
    inLanguage(this.#options.locale, () => loadProgram(program, workspace, undo));
    if (!undo) this.#forgetChanges();
    this.#kept = saveProgram(workspace);
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
    const { workspace } = this;
    if (options.theme !== undefined) {
      const look = lookOf(options.theme);
      workspace.setTheme(look.theme);
      this.#follow(look);
    }
    Object.assign(this.#options, options);
    if (options.readOnly !== undefined) setReadOnly(workspace, options.readOnly);
    if (options.toolbox !== undefined) workspace.updateToolbox(options.toolbox);
    if (options.runner !== undefined || options.backend !== undefined) {
      this.#runs.configure({ url: options.runner?.url, backend: options.backend });
    }
    if (options.compile !== undefined) {
      this.#compiler = this.#newCompiler();
      this.#emitCode(saveProgram(workspace));
    }
  }

  undo(): void {
    this.workspace.undo(false);
  }

  redo(): void {
    this.workspace.undo(true);
  }

  dispose(): void {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    this.#look.abort();
    this.#watch.stop();
    this.#runs.dispose();
    this.#emitter.clear();
    this.#mount.unmount();
  }

  /** Begins the history anew. What happened before is recorded a frame later, together with the loading. */
  #forgetChanges(): void {
    const { workspace } = this.#mount;
    workspace.clearUndo();
    const forget = (event: Blockly.Events.Abstract): void => {
      if (event.type !== Blockly.Events.FINISHED_LOADING) return;
      workspace.removeChangeListener(forget);
      workspace.clearUndo();
    };
    workspace.addChangeListener(forget);
  }

  async #loadFirst(program: unknown): Promise<void> {
    // Also without a program: hosts get their first code the same way as all that follows.
    // There is nothing before it that Undo could bring back.
    this.load(program ?? {}, { undo: false });
  }

  #compile(program: ProgramState, options: Omit<CompileOptions, 'lowerings'> = {}): Compilation {
    return translate(compile(program, this.#compileOptions(options)), this.#options.locale);
  }

  #newCompiler(): Compiler {
    return createCompiler(this.#compileOptions({}));
  }

  #compileOptions(options: Omit<CompileOptions, 'lowerings'>): CompileOptions {
    const { compile: chosen, lowerings } = this.#options;
    return { ...chosen, ...options, ...(lowerings && { lowerings }) };
  }

  /** Brings code, signs and hosts up to date after a change. */
  #sync(kind: ProgramChange['kind']): void {
    try {
      const program = this.#keeper.save();
      if (kind !== 'layout') this.#runs.clearFailure();
      this.#emitter.emit('change', { kind, dirty: !sameJson(program, this.#kept) });
      this.#emitCode(program);
    } catch (cause) {
      this.#emitter.emit('error', { error: toError(cause), during: 'sync' });
    }
  }

  #emitCode(program: ProgramState): void {
    const compilation = translate(this.#compiler.compile(program), this.#options.locale);
    this.#diagnostics = compilation.diagnostics;
    if (this.#diagnostics.length > 0 && !this.#offersFixes) void this.#offerFixes();
    this.#marks.show(compilation.diagnostics);
    this.#emitter.emit('code', compilation);
    this.#emitter.emit('diagnostics', compilation.diagnostics);
  }

  /** Puts fixes into the menus of blocks. They are loaded once there is something to mend. */
  async #offerFixes(): Promise<void> {
    this.#offersFixes = true;
    const { workspace } = this.#mount;
    try {
      const { offerFixes } = await import('./fix-menu.ts');
      offerFixes(workspace, {
        problemsOf: (blockId) => this.#diagnostics.filter((one) => one.blockId === blockId),
        titles: this.#options.locale?.sentences.fixes,
      });
    } catch (cause) {
      // Out of reach for now: the next change tries again.
      this.#offersFixes = false;
      this.#emitter.emit('error', { error: toError(cause), during: 'sync' });
    }
  }

  #select(event: Blockly.Events.Abstract): void {
    if (!(event instanceof Blockly.Events.Selected)) return;
    const id = event.newElementId ?? null;
    // Comments of the workspace can be selected too.
    this.#emitter.emit('select', { blockId: id !== null && this.#mount.workspace.getBlockById(id) ? id : null });
  }

  #follow(look: Look): void {
    this.#look.abort();
    this.#look = new AbortController();
    look.follow((theme) => this.#mount.workspace.setTheme(theme), this.#look.signal);
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
