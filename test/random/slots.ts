/** The places of a program in which blocks are. */

import type { BlockState, ProgramState } from '../../generators/typescript/index.ts';

/** A place where a block is, or hangs. */
export interface Slot {
  block: BlockState;
  isStatement: boolean;
  /** Puts another block there, or none. */
  put(block: BlockState | undefined): void;
}

export function isStatementInput(name: string): boolean {
  return /^(DO\d*|ELSE|STACK|TRY|CATCH|FINALLY)$/.test(name);
}

/** All places of a program, outer ones first. */
export function slots(program: ProgramState): Slot[] {
  const found: Slot[] = [];
  const tops = program.blocks?.blocks ?? [];
  const visit = (slot: Slot): void => {
    found.push(slot);
    const { block } = slot;
    for (const [name, connection] of Object.entries(block.inputs ?? {})) {
      for (const role of ['block', 'shadow'] as const) {
        const inner = connection[role];
        if (!inner) continue;
        const put = (other: BlockState | undefined): void => {
          if (other) connection[role] = other;
          else delete connection[role];
          if (!connection.block && !connection.shadow) delete block.inputs?.[name];
        };
        visit({ block: inner, isStatement: isStatementInput(name), put });
      }
    }
    const { next } = block;
    if (next?.block) {
      const put = (other: BlockState | undefined): void => {
        if (other) next.block = other;
        else delete block.next;
      };
      visit({ block: next.block, isStatement: true, put });
    }
  };
  tops.forEach((block, index) => {
    visit({
      block,
      isStatement: true,
      put: (other) => {
        if (other) tops[index] = { ...other, x: block.x ?? 0, y: block.y ?? 0 };
        else tops.splice(index, 1);
      },
    });
  });
  return found;
}

/** The inputs of a block without one of those that are numbered; those after it move up. */
export function withoutInput(
  { inputs = {} }: BlockState,
  name: string,
  gone: number,
): NonNullable<BlockState['inputs']> {
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([input, connection]): [string, typeof connection][] => {
      const index = Number(input.slice(name.length));
      return index === gone ? [] : [[`${name}${index > gone ? index - 1 : index}`, connection]];
    }),
  );
}
