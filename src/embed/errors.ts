/** Errors across the channel: as data there, as what they were here. */
import { ProgramError, type ProgramErrorCode } from '../editor/program-error.ts';
import type { ErrorMessage } from './protocol.ts';

/** Why there is no connection to an editor in a frame, or no longer. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  /**
   * - `no-answer`: the page did not load in time, is no editor, or this origin is not on its list.
   * - `version`: the page and this package speak different versions of the protocol.
   * - `closed`: the connection was disposed of.
   * - `reloaded`: the frame has loaded another page.
   */
  readonly code: 'no-answer' | 'version' | 'closed' | 'reloaded';

  constructor(code: ConnectionError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** What was thrown, as data. */
export function packError(cause: unknown): ErrorMessage {
  if (!(cause instanceof Error)) return { name: 'Error', message: String(cause) };
  const { name, message } = cause;
  return cause instanceof ProgramError ? { name, message, code: cause.code, values: cause.values } : { name, message };
}

const programErrorCodes: Readonly<Record<ProgramErrorCode, true>> = {
  'not-a-program': true,
  'newer-version': true,
  malformed: true,
  'unknown-block': true,
  rejected: true,
  'too-long': true,
};

/** The error that was sent: a `ProgramError` is one again. */
export function unpackError({ name, message, code, values = {} }: ErrorMessage): Error {
  if (name === 'ProgramError' && isProgramErrorCode(code)) return new ProgramError(code, message, { values });
  const error = new Error(message);
  error.name = name;
  return error;
}

function isProgramErrorCode(code: string | undefined): code is ProgramErrorCode {
  return code !== undefined && Object.hasOwn(programErrorCodes, code);
}
