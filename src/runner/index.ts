/**
 * Runs generated programs in a sandbox: a frame of opaque origin without network, and in it a fresh worker for each
 * run, with the real Backendless SDK. Requests of the SDK are answered by the host.
 */

export type { BackendHandler, BackendRequest, BackendResponse, Exchange } from './backend.ts';
export type { Position, RunError, RunOutcome } from './outcome.ts';
export type { Run, RunRequest } from './program.ts';
export { renderValue } from './render.ts';
export { createRunner, type Runner, type RunnerOptions } from './runner.ts';
export type { ConsoleEntry, ConsoleLevel, ConsoleMember, ConsoleValue, Scope, Variable } from './value.ts';
