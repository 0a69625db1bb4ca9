/** The programs are what Blockly saves: it loads each of them, and saves it as it was. */

import { expect, test } from 'vitest';
import { createWorkspace, save } from './blocks/workspace.ts';
import { readCases } from './programs.ts';

/** Whether no workspace can hold the program, or not as it is; the compiler must read it all the same. */
const isForeign = (idea: string): boolean => idea.startsWith('broken-') || idea === 'unknown-block';

const cases = readCases().filter(({ idea }) => !isForeign(idea));

test.each(cases)('$idea', ({ program }) => {
  const { version, ...state } = program;
  expect(version).toBe(1);
  expect(save(createWorkspace(state))).toEqual(state);
});
