/**
 * What a host and an editor in a frame say to each other.
 *
 * 1. The page in the frame says `ready` to the page around it, if that may be of an origin on its list.
 * 2. The host answers with `connect`, which brings one end of a channel and the options. Each side checks window and
 *    exact origin of the other; nothing else ever goes from window to window.
 * 3. Over the channel the frame says that it is `connected`, or `refused` and why. From then on each side calls the
 *    other and answers, and the frame tells events.
 */
import type { Compilation } from '../../generators/typescript/compilation.ts';
import type { CompileOptions } from '../../generators/typescript/index.ts';
import type { ProgramState } from '../../generators/typescript/program.ts';
import type { EditorEvents, EditorOptions, EditorRun, EditorRunOptions, EditorUpdate } from '../editor/index.ts';
import type { BackendRequest, BackendResponse } from '../editor/index.ts';

/** Tells messages of this protocol from others that a page gets. */
export const PROTOCOL = 'codeless-push-blocks';

/** The version of the protocol that is spoken here. */
export const PROTOCOL_VERSION = 1;

/** From the frame to the page around it. */
export interface ReadyMessage {
  protocol: typeof PROTOCOL;
  type: 'ready';
}

/** From the host to the frame, with one port. */
export interface ConnectMessage {
  protocol: typeof PROTOCOL;
  type: 'connect';
  /** Versions of the protocol that the host speaks. */
  versions: readonly number[];
  options: FrameOptions;
}

/** What a host may choose of an editor in a frame: of the options of `createEditor` those that are data. */
export interface FrameOptions extends Pick<
  EditorOptions,
  'program' | 'messages' | 'theme' | 'readOnly' | 'toolbox' | 'blocks' | 'compile'
> {
  /** Languages as BCP 47 tags, the best one first. Default: English. */
  locale?: string | readonly string[];
  /** The host answers what programs ask of Backendless. */
  hasBackend?: boolean;
}

/** What of a run's options is data. */
export interface FrameRunOptions extends Omit<EditorRunOptions, 'onPrompt'> {
  /** The host answers what the program asks the person. */
  hasPrompt?: boolean;
}

/** What a host may change later. */
export interface FrameUpdate extends Pick<EditorUpdate, 'theme' | 'readOnly' | 'toolbox' | 'compile' | 'messages'> {
  /** As in {@link FrameOptions}. */
  locale?: FrameOptions['locale'];
}

/** How a run is steered. */
export type RunAction = 'stop' | 'pause' | 'resume' | 'step' | 'setDelay';

/** What a host may call in the frame. */
export interface FrameMethods {
  load(program: unknown): void;
  save(): ProgramState;
  compile(options: Omit<CompileOptions, 'lowerings'>): Compilation;
  highlight(blockId: string | null): void;
  /** Starts a run that the host gave a number, and answers when it has ended. */
  run(number: number, options: FrameRunOptions): Awaited<EditorRun['finished']>;
  steer(number: number, action: RunAction, milliseconds: number): void;
  update(options: FrameUpdate): void;
  undo(): void;
  redo(): void;
}

/** What the frame may call at the host. */
export interface HostMethods {
  handle(request: BackendRequest): BackendResponse;
  prompt(run: number, message: string): string | null;
}

/** An error on its way. */
export interface ErrorMessage {
  name: string;
  message: string;
  /** The code of a `ProgramError`, and what its sentence names. */
  code?: string;
  values?: Readonly<Record<string, string>>;
}

/** From the frame over the channel, beside calls and answers. */
export type FrameMessage =
  | { type: 'connected'; version: number }
  | { type: 'refused'; versions: readonly number[] }
  | { type: 'failed'; error: ErrorMessage }
  | { [Name in keyof EditorEvents]: { type: 'event'; name: Name; payload: EventPayload<Name> } }[keyof EditorEvents];

/** What an event carries; an error goes as data. */
export type EventPayload<Name extends keyof EditorEvents> = Name extends 'error'
  ? { error: ErrorMessage; during: EditorEvents['error']['during'] }
  : EditorEvents[Name];

/** Whether a window was sent a message of this protocol, of this type. */
export function isMessage<Type extends 'ready' | 'connect'>(
  data: unknown,
  type: Type,
): data is Type extends 'ready' ? ReadyMessage : ConnectMessage {
  if (typeof data !== 'object' || data === null) return false;
  return 'protocol' in data && data.protocol === PROTOCOL && 'type' in data && data.type === type;
}
