/** Where in the program lowering is. */

import type { ProgramBlock } from '../read.ts';
import type { UserFunction } from './entities.ts';

/** What is in hand when no block is. */
const nowhere: ProgramBlock = {
  type: '',
  id: '',
  fields: {},
  inputs: {},
  extraState: undefined,
  comment: '',
  state: {},
};

/** A position as it was. */
export interface KeptPosition {
  currentFunction: UserFunction | undefined;
  block: ProgramBlock;
  level: number;
  deadDepth: number;
  loopDepth: number;
}

export class Position {
  currentFunction: UserFunction | undefined;
  /** The block that is being lowered. */
  block: ProgramBlock = nowhere;
  /** How many blocks of the part being lowered are around the one in hand. */
  level = 0;
  /** Above 0 where TypeScript sees that what is being lowered is never reached: it narrows nothing there. */
  deadDepth = 0;
  private loopDepth = 0;

  get inLoop(): boolean {
    return this.loopDepth > 0;
  }

  loop<R>(body: () => R): R {
    this.loopDepth++;
    // What a host's lowering throws is reported, and the rest of the program goes on.
    try {
      return body();
    } finally {
      this.loopDepth--;
    }
  }

  /** Lowers something that belongs to a function. */
  inFunction<R>(current: UserFunction, body: () => R): R {
    const { loopDepth } = this;
    this.loopDepth = 0;
    this.currentFunction = current;
    const result = body();
    this.currentFunction = undefined;
    this.loopDepth = loopDepth;
    return result;
  }

  /** What the position is now, to go back to. */
  get kept(): KeptPosition {
    const { currentFunction, block, level, deadDepth, loopDepth } = this;
    return { currentFunction, block, level, deadDepth, loopDepth };
  }

  goTo({ currentFunction, block, level, deadDepth, loopDepth }: KeptPosition): void {
    this.currentFunction = currentFunction;
    this.block = block;
    this.level = level;
    this.deadDepth = deadDepth;
    this.loopDepth = loopDepth;
  }
}
