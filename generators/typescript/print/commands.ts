/** What is still to be printed. */

import type { Statement } from '../tree.ts';
import type { Doc } from './doc.ts';

/** In `FLAT`, groups that hold a line break are still broken; in `ONE_LINE`, nothing is. */
export type Mode = typeof BREAK | typeof FLAT | typeof ONE_LINE;
export const BREAK = 0;
export const FLAT = 1;
export const ONE_LINE = 2;

/** The statements of a block, from `at` on. */
export interface Statements {
  kind: 'statements';
  list: readonly Statement[];
  at: number;
  /** Lines before the first and after the last statement. */
  before: readonly string[];
  after: readonly string[];
  /** Columns before each statement. */
  indent: number;
  /** Columns before the brace behind the last one, if there is one. */
  closing: number | undefined;
  /** The number of the last statement in the records. */
  record?: number;
}

export interface EndOfErased {
  kind: 'end-of-erased';
  arrow: boolean;
}

export interface EndOfMarked {
  kind: 'end-of-marked';
  count: number;
}

export type Command = Doc | Statements | EndOfErased | EndOfMarked;

/** Commands, the next on top, each with its indent and mode. */
export class Commands {
  readonly commands: Command[] = [];
  readonly indents: number[] = [];
  readonly modes: Mode[] = [];

  get size(): number {
    return this.commands.length;
  }

  push(command: Command, indent: number, mode: Mode): void {
    this.commands.push(command);
    this.indents.push(indent);
    this.modes.push(mode);
  }
}

export function isDocArray(command: Command): command is readonly Doc[] {
  return Array.isArray(command);
}
