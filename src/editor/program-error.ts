/** Why a program is refused. In a file of its own: a page that only has the editor in a frame knows the error too. */

/**
 * - `not-a-program`: something else altogether, such as a list, or the JSON of another tool.
 * - `newer-version`: written by a later version of this package.
 * - `malformed`: a part of it has the wrong shape.
 * - `unknown-block`: it has a block of a type that is not installed.
 * - `rejected`: its blocks do not fit together.
 * - `too-long`: its chain of blocks is longer than the workspace can hold.
 */
export type ProgramErrorCode =
  'not-a-program' | 'newer-version' | 'malformed' | 'unknown-block' | 'rejected' | 'too-long';

/** Says why a program cannot be loaded or saved, naming the thing. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError';
  /** The kind of problem; stable. */
  readonly code: ProgramErrorCode;

  /** What the sentence names, so that the same can be said in another language. */
  readonly values: Readonly<Record<string, string>>;

  constructor(
    code: ProgramErrorCode,
    message: string,
    options: ErrorOptions & { values?: ProgramError['values'] } = {},
  ) {
    super(message, options);
    this.code = code;
    this.values = options.values ?? {};
  }
}
