/** What the bench can reach on a page; `handle.ts` is what it reaches. */
import type { ProgramState } from '../../generators/typescript/program.ts';

/** What the bench can have done on a page. */
export interface Handle {
  /** Shows a program at full size, in a workspace of the given size in pixels if it is given. */
  show(program: ProgramState, size: Size | undefined): void;
  /**
   * Gives a field another value, and resolves with the milliseconds until what the page has to show of it is there:
   * the code where there is code, else what Blockly tells its listeners.
   */
  edit(blockId: string, fieldName: string, value: number): Promise<number>;
}

export interface Size {
  width: number;
  height: number;
}

/** Name of the handle among the page's globals. */
export const handleName = 'benchHandle';
