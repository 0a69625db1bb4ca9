/** What a host may choose, and what it gets. */
import type * as Blockly from 'blockly';
import type { Messages } from '../../blocks/index.ts';
import type { Compilation, Diagnostic } from '../../generators/typescript/compilation.ts';
import type { CompileOptions } from '../../generators/typescript/index.ts';
import type { ProgramState } from '../../generators/typescript/program.ts';
import type { BackendHandler, RunOutcome, RunRequest } from '../runner/index.ts';
import type { EditorEvents, EditorListener } from './events.ts';
import type { Fix } from './fixes.ts';
import type { Locale } from './locale.ts';
import type { ServerBackend } from './server-backend.ts';
import type { EditorTheme } from './theme.ts';

/** Who answers what programs ask of Backendless. */
export type EditorBackend =
  /** The embedded registration service: the one given, or one of the editor's own, which is gone with the page. */
  | { mode: 'emulator'; emulator?: { handle: BackendHandler } }
  /** A real server, reached through the host's own fetch. */
  | ServerBackend
  /** The host: it may answer itself, or pass requests on to a server it trusts. */
  | { mode: 'custom'; handle: BackendHandler };

/** A block of a host, in Blockly's JSON form. */
export type HostBlock = { type: string } & Record<string, unknown>;

/** What may be chosen when an editor is created. */
export interface EditorOptions {
  /** The program to begin with; as for `load`. Default: an empty one. */
  program?: unknown;
  /**
   * The language of blocks and messages, as `loadLocale` gives it; its direction becomes that of the blocks. Blockly
   * has one table of words per page: blocks that are made later take theirs from the editor that was created last.
   * What diagnostics and errors of the editor say is in it too. Default: English.
   */
  locale?: Locale;
  /** Words that replace those of the language, by message key. */
  messages?: Partial<Messages> & Record<string, string>;
  /** Default: `auto`. */
  theme?: EditorTheme;
  /** A viewer: blocks can be looked at, selected and copied, but not changed, and there is no toolbox. Default: false. */
  readOnly?: boolean;
  /** What can be dragged, as Blockly's toolbox JSON. Default: all blocks of the pack. */
  toolbox?: Blockly.utils.toolbox.ToolboxInfo;
  /** Blocks of the host's own. */
  blocks?: readonly HostBlock[];
  /** How the host's own blocks become code. */
  lowerings?: CompileOptions['lowerings'];
  /** How the code is written; the editor sees to `lowerings` and `trace` itself. */
  compile?: Pick<CompileOptions, 'format' | 'name' | 'oneBasedIndex'>;
  /** Where Blockly's media files are served. Default: the copy that comes with the package. */
  assetsUrl?: string | URL;
  /** Where `runner.html` is served. Default: beside the page. */
  runner?: { url: string | URL };
  /** Default: the embedded service. */
  backend?: EditorBackend;
  /**
   * Answers *Help* in the menu of a block, given its ID. Default: the page that the block's definition names opens
   * in another tab.
   */
  onHelp?: (blockId: string) => void;
  /** Disposes of the editor when it is aborted. */
  signal?: AbortSignal;
}

/**
 * What may be changed while the editor is there. Another `locale`, other `messages` or another `assetsUrl` make a new
 * `workspace`, with the program, the history, the selection and the view of the one before.
 */
export type EditorUpdate = Partial<
  Pick<
    EditorOptions,
    'theme' | 'readOnly' | 'toolbox' | 'compile' | 'runner' | 'backend' | 'locale' | 'messages' | 'assetsUrl'
  >
>;

/** What may be chosen for one run; the rest is the editor's business. */
export type EditorRunOptions = Pick<RunRequest, 'deviceToken' | 'device' | 'app' | 'timeout' | 'onPrompt'> & {
  /**
   * Runs the program so that it can be paused, stepped and slowed down, and tells the values of its variables. That
   * costs some speed. Absent: `pause`, `resume`, `step` and `setDelay` do nothing.
   */
  stepping?: EditorStepping;
};

/** How a run begins that can be stepped through. */
export type EditorStepping = Pick<RunRequest, 'isPaused' | 'delay'>;

/** A run that an editor started. */
export interface EditorRun {
  /** Ends it at once, also when it loops. Does nothing once it has ended. */
  stop(): void;
  /** Holds it at the next statement. Its time limit stands still while it is paused. */
  pause(): void;
  /** Lets it go on from where it is held. */
  resume(): void;
  /** Lets one statement run and holds at the next. Pauses a run that is not paused. */
  step(): void;
  /** Milliseconds for which it is held at each statement from now on; 0 is full speed. */
  setDelay(milliseconds: number): void;
  /** How it ended, and the block that an error came from, where that is known. Never rejects. */
  readonly finished: Promise<{ outcome: RunOutcome; blockId: string | null }>;
}

/** An editor on a page. After `dispose`, everything but `dispose` throws. */
export interface Editor {
  /**
   * Fulfilled when the editor is on the page with its first program and can compile it; rejected when that program
   * cannot be loaded, or the compiler cannot be fetched. All but `compile` works before.
   */
  readonly ready: Promise<void>;
  /** Blockly's workspace, for what this interface has no word for. Some changes of options make another one. */
  readonly workspace: Blockly.WorkspaceSvg;
  /**
   * Shows another program in place of the present one. One undo brings the present one back; with `undo: false`, as
   * when the host opens another document, the history begins anew instead.
   *
   * @throws {ProgramError} when it is none that can be shown; then the workspace stays as it was.
   */
  load(program: unknown, options?: { undo?: boolean }): void;
  /**
   * The program as it is now, as JSON data to keep.
   *
   * @throws {ProgramError} when it is longer than can be saved.
   */
  save(): ProgramState;
  /**
   * The code of the program as it is now. Options given here hold for this call.
   *
   * @throws when the compiler is not there yet: wait for `ready`.
   */
  compile(options?: Omit<CompileOptions, 'lowerings'>): Compilation;
  /**
   * What would mend a problem at once, the best first; they are in the menu of the block too. Empty where nothing is
   * obvious, and in a viewer.
   */
  fixes(diagnostic: Diagnostic): Promise<Fix[]>;
  /** Lights up one block in place of others and brings it into view; null puts the light out. */
  highlight(blockId: string | null): void;
  /** Runs the program as it is now, or is when `ready` is fulfilled. A run that is under way is stopped first. */
  run(options?: EditorRunOptions): EditorRun;
  /** Calls `listener` at every such event from now on; what it gives back ends that. */
  on<Name extends keyof EditorEvents>(event: Name, listener: EditorListener<Name>): () => void;
  /** Changes options; what is not named stays. */
  update(options: EditorUpdate): void;
  /** Takes the last change back. */
  undo(): void;
  /** Does again what was taken back last. */
  redo(): void;
  /** Removes the editor with all that it put on the page. May be called more than once. */
  dispose(): void;
}
