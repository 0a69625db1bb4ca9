/** The contract between the compiler and the lowering of a block type. */

import type { Expression, Statement } from '../tree.ts';
import type { BlockView } from './block-view.ts';
import type { Builders } from './builders.ts';

/**
 * Turns a block into code: a value block into an expression, any other into statements.
 * It may be called several times for one block, until the types of the program are known,
 * and must depend on nothing but its arguments.
 */
export type Lowering = (block: BlockView, b: Builders) => Expression | Statement | Statement[];

/** Lowerings by block type. */
export type Lowerings = Record<string, Lowering>;
