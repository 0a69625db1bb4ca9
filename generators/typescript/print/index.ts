/** The last phase of the compiler: the tree becomes text. */

import type { BlockRange } from '../compilation.ts';
import type { Program, Statement } from '../tree.ts';
import { Layout } from './layout.ts';
import { Path } from './path.ts';
import type { StatementRecords } from './statement-records.ts';
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

/**
 * Prints a program. Takes time in proportion to its size, whatever its depth.
 *
 * @param records Where to note where each statement is.
 */
export function print(program: Program, records?: StatementRecords): Printed {
  const layout = layoutFor(records);
  layout.program(program.body);
  return printed(layout);
}

/**
 * Prints statements in the midst of a program that is printed already, beginning with the line break before them.
 *
 * @param start Where that line break is in the program; all is counted from the start of the program.
 */
export function printPart(
  list: readonly Statement[],
  indent: number,
  start: number,
  records: StatementRecords,
): Printed {
  const layout = layoutFor(records);
  layout.part(list, indent, start);
  return printed(layout);
}

function layoutFor(records: StatementRecords | undefined): Layout {
  const path = new Path();
  return new Layout(
    {
      comments: commentsAbove,
      doc(node, broken) {
        path.reset(broken);
        const doc = statement(path, node);
        return { doc, hasObjects: path.hasObjects };
      },
    },
    records,
  );
}

function printed({ output }: Layout): Printed {
  const code = output.code();
  return { code, javascript: output.javascript(code), ranges: output.ranges };
}
