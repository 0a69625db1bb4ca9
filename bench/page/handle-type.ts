/** What the bench can reach on a page; `handle.ts` is what it reaches. */
import type { ProgramState } from '../../generators/typescript/program.ts';

/** What the bench can have done on a page. */
export interface Handle {
  /** Shows a program at full size, in a workspace that is where it is told to be. */
  show(program: ProgramState, place: Place | undefined): void;
  /** Puts a stack to the beginning of the workspace, and that into view. */
  place(blockId: string): void;
  /**
   * Gives a field another value, and resolves with the milliseconds until what the page has to show of it is there:
   * the code where there is code, else what Blockly tells its listeners.
   */
  edit(blockId: string, fieldName: string, value: number): Promise<number>;
}

/** A place on the page, in pixels. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Name of the handle among the page's globals. */
export const handleName = 'benchHandle';
