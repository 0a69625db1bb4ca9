/** What a program does: as Blockly's own JavaScript generator has it, and as the compiler has it. */

import * as Blockly from 'blockly';
import { javascriptGenerator } from 'blockly/javascript';
import type { Compilation, ProgramState } from '../../generators/typescript/index.ts';
import { installBlocks } from '../../blocks/index.ts';
import type { Trial } from './arbitrary.ts';
import { run, type Run } from './sandbox.ts';

/** Does something with the program on a workspace. Throws when Blockly cannot load it. */
export function withWorkspace<R>({ program, options }: Trial, use: (workspace: Blockly.Workspace) => R): R {
  installBlocks();
  const { version: _, ...state } = program;
  const workspace = new Blockly.Workspace(new Blockly.Options({ oneBasedIndex: options.oneBasedIndex ?? true }));
  // Nobody listens; and what Blockly would change a moment later is not part of the program.
  Blockly.Events.disable();
  try {
    Blockly.serialization.workspaces.load(plain(state), workspace);
    return use(workspace);
  } finally {
    workspace.dispose();
    Blockly.Events.enable();
  }
}

/** Whether the program is one that Blockly can have made. */
export function loads(trial: Trial): boolean {
  try {
    return withWorkspace(trial, () => true);
  } catch {
    return false;
  }
}

/** The program as Blockly would save it again. */
export function saved(trial: Trial): ProgramState {
  return {
    version: 1,
    ...withWorkspace(trial, (workspace) => plain(Blockly.serialization.workspaces.save(workspace))),
  };
}

/** Blockly's JavaScript of the program. */
export function blocklyCode(trial: Trial): string {
  return withWorkspace(trial, (workspace) => javascriptGenerator.workspaceToCode(workspace));
}

/** Runs Blockly's JavaScript of the program, which is ended when it takes too long. */
export function runBlockly(trial: Trial): Run {
  const generator = javascriptGenerator;
  generator.STATEMENT_PREFIX = 'step();\n';
  generator.INFINITE_LOOP_TRAP = 'step();\n';
  generator.addReservedWords('step,print,done,failed');
  try {
    // In a function, where a variable called `constructor` is one, and not what every world has anyway.
    return run(`(function () {\n${blocklyCode(trial)}\n})();\ndone();`);
  } finally {
    generator.STATEMENT_PREFIX = null;
    generator.INFINITE_LOOP_TRAP = null;
  }
}

/** Runs the compiler's JavaScript, as the module that it is. */
export function runCompiled({ javascript, entry }: Compilation): Run {
  const body = entry.name === '' ? javascript : javascript.replace(/^export /m, '');
  const start = entry.name === '' ? '' : `await ${entry.name}(${entry.parameters.join(', ')});`;
  return run(
    `"use strict";\n((deviceToken) => (async () => {\n${body}\n${start}\n})())("token").then(() => done(), (error) => failed(error));`,
  );
}

/** What differs between the runs; undefined when nothing does, or nothing that matters. */
export function difference(blockly: Run, ours: Run): string | undefined {
  // Where a stack ends is not for either to say.
  const overflow = blockly.ending.kind === 'threw' && blockly.ending.error.startsWith('RangeError');
  if (blockly.ending.kind === 'gave up' || overflow) return undefined;
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

function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
