/** What a program prints: as Blockly's own JavaScript generator has it, and as the compiler has it. */

import type { Compilation } from '../../generators/typescript/index.ts';
import { blocklyCode } from './blockly.ts';
import type { Trial } from './programs.ts';
import type { Run, Sandbox } from './sandbox.ts';

export interface Comparison {
  /** What differs. */
  difference?: string | undefined;
  /** Why the two could not be compared, or only up to some point. */
  note?: string;
}

/** More than any program takes that ends, but for a few. */
const mostSteps = 2_000;

/** Ours may take more: its helpers are functions, and count. */
const mostOfOurs = 10 * mostSteps;

/** Runs both, and compares what they print. */
export async function compareRuns(trial: Trial, compilation: Compilation, sandbox: Sandbox): Promise<Comparison> {
  let code: string;
  try {
    code = blocklyCode(trial);
  } catch (error) {
    return { note: `Blockly does not generate it: ${String(error)}` };
  }
  // In a function, where a variable called `constructor` is one, and not what every world has anyway.
  const blockly = await sandbox.run(`(function () {\n${code}\n})();\ndone();`, mostSteps);
  const { ending } = blockly;
  if (ending.kind === 'gave up') return { note: 'takes too much' };
  if (ending.kind === 'threw' && ending.error.startsWith('SyntaxError')) return { note: `Blockly's code is none` };
  if (ending.kind === 'threw' && ending.error.startsWith('RangeError')) {
    return { note: `Blockly's code runs out of space` };
  }
  const differs = difference(blockly, await sandbox.run(runnable(compilation), mostOfOurs));
  return {
    ...(ending.kind === 'threw' && { note: `compared up to where Blockly's code throws` }),
    ...(differs !== undefined && { difference: differs }),
  };
}

/** The compiler's JavaScript as the sandbox runs it, strict as the module that it is. */
export function runnable({ javascript, entry }: Compilation): string {
  const body = entry.name === '' ? javascript : javascript.replace(/^export /m, '');
  const start = entry.name === '' ? '' : `await ${entry.name}(${entry.parameters.join(', ')});`;
  return `"use strict";
((deviceToken) => (async () => {
${body}
${start}
})())("token").then(() => done(), (error) => failed(error));`;
}

/** What differs between the runs; undefined when nothing does, or nothing that matters. */
function difference(blockly: Run, ours: Run): string | undefined {
  const end = blockly.output.findIndex((line, index) => line !== ours.output[index]);
  if (end >= 0) {
    const got =
      ours.output[end] ?? (ours.ending.kind === 'threw' ? ours.ending.error : `nothing (${ours.ending.kind})`);
    return `line ${end + 1} of the output: Blockly prints ${blockly.output[end]}, ours ${got}`;
  }
  // Where Blockly's program fails, ours may convert and go on.
  if (blockly.ending.kind === 'threw') return undefined;
  if (ours.ending.kind === 'threw') return `ours fails at the end: ${ours.ending.error}`;
  if (ours.ending.kind === 'gave up') return 'ours does not end';
  const extra = ours.output[blockly.output.length];
  return extra === undefined ? undefined : `ours goes on to print ${extra}`;
}
