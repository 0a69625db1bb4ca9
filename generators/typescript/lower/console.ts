/** The Console block. */

import { call, run, text } from '../build.ts';
import { T } from '../types.ts';
import type { Lowerings } from './lowering.ts';

const methods: Record<string, string> = { WARN: 'console.warn', ERROR: 'console.error' };

export const consoleBlocks: Lowerings = {
  console_print(block) {
    const method = block.entry('LEVEL', methods) ?? 'console.log';
    return run(call(method, [block.required('VALUE', 'any', () => text(''))], T.undefined));
  },
};
