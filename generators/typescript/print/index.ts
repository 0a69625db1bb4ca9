/** The last phase of the compiler: the tree becomes text. */

import type { BlockRange } from '../compilation.ts';
import type { Program } from '../tree.ts';
import { Layout } from './layout.ts';
import { Path } from './path.ts';
import { commentsAbove, statement } from './statements.ts';

export { eraseTypes } from './erase.ts';

/** A program as text. */
export interface Printed {
  /** TypeScript, laid out as Prettier does with its default options. */
  code: string;
  /** The same text with every type blanked out: it runs as it is, at the same line and column. */
  javascript: string;
  /** Where each block is in `code`, outer before inner, in the order of the code. */
  ranges: BlockRange[];
}

/** Prints a program. Takes time in proportion to its size, whatever its depth. */
export function print(program: Program): Printed {
  const path = new Path();
  const layout = new Layout({
    comments: commentsAbove,
    doc(node, broken) {
      path.reset(broken);
      const doc = statement(path, node);
      return { doc, hasObjects: path.hasObjects };
    },
  });
  layout.program(program.body);
  const code = layout.code();
  return { code, javascript: layout.javascript(code), ranges: layout.ranges };
}
