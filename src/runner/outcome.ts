/** How a run ends. */

/**
 * - `done`: the program came to its end.
 * - `stopped`: the host, or a later run, ended it.
 * - `timeout`: it took longer than it may.
 * - `unresponsive`: it did not yield, as a loop without an `await` does not.
 * - `failed`: it threw, or could not be started.
 */
export type RunOutcome =
  { status: 'done' | 'stopped' | 'timeout' | 'unresponsive' } | { status: 'failed'; error: RunError };

/** What a failed program threw. */
export interface RunError {
  /** The kind of error, such as `TypeError`. `RunnerError` when the program never started. */
  name: string;
  message: string;
  /** The Backendless error code. */
  code?: number;
  /** The HTTP status of the answer that was an error. */
  httpStatus?: number;
  /**
   * The block of a traced program that it came from: the one whose awaited call was rejected, else the one that was
   * reached last, which is a statement. Within that, `position` may tell of an inner block.
   */
  blockId?: string;
  /** Where it came from in the JavaScript text that was run. It may be in a helper function, which is of no block. */
  position?: Position;
}

/** A place in a text. */
export interface Position {
  /** From 1. */
  line: number;
  /** From 0, in UTF-16 code units. */
  column: number;
}
