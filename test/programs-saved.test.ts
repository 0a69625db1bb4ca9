/** The programs are what Blockly saves: it loads each of them, and saves it as it was. */

import { expect, test } from 'vitest';
import { createWorkspace, save } from './blocks/workspace.ts';
import { readCases } from './programs.ts';

/** Programs that no workspace can hold, and which the compiler must read all the same. */
const foreign = new Set(['unknown-block', 'function-unknown', 'if-return-outside-a-function']);

const cases = readCases().filter(({ idea }) => !foreign.has(idea));

test.each(cases)('$idea', ({ program }) => {
  const { version, ...state } = program;
  expect(version).toBe(1);
  expect(save(createWorkspace(state))).toEqual(state);
});
