/**
 * The editor: blocks on a page, the TypeScript they become, and runs of it.
 *
 * Importing this does nothing and needs no page; `createEditor` does.
 */
export {
  directionOf,
  localeNames,
  localeTags,
  matchLocale,
  message,
  type LocaleTag,
  type MessageKey,
  type Messages,
} from '../../blocks/index.ts';
export type { BlockRange, Compilation, Diagnostic, Severity } from '../../generators/typescript/compilation.ts';
export type { BlockState, ProgramState, VariableState } from '../../generators/typescript/program.ts';
export type {
  BackendHandler,
  BackendRequest,
  BackendResponse,
  ConsoleEntry,
  ConsoleLevel,
  ConsoleMember,
  ConsoleValue,
  Exchange,
  RunError,
  RunOutcome,
  Scope,
  Variable,
} from '../runner/index.ts';
export { createEditor } from './editor.ts';
export { AssetsError } from './media.ts';
export type { EditorEvents, EditorFailure, EditorListener, ProgramChange, RunEvent } from './events.ts';
export type { Fix, FixCode } from './fixes.ts';
export { describeDiagnostic, describeError, loadLocale, type Locale, type Sentences } from './locale.ts';
export type {
  Editor,
  EditorBackend,
  EditorOptions,
  EditorRun,
  EditorRunOptions,
  EditorStepping,
  EditorUpdate,
  HostBlock,
} from './options.ts';
export { serverHandler, type ServerBackend } from './server-backend.ts';
export type { EditorTheme } from './theme.ts';
export { ProgramError, type ProgramErrorCode } from './program-error.ts';
export { PROGRAM_VERSION } from './program-file.ts';
