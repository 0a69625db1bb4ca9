/** Random programs in Blockly: on a workspace, saved again, and as its own JavaScript generator has them. */

import * as Blockly from 'blockly';
import { javascriptGenerator } from 'blockly/javascript';
import type { ProgramState } from '../../generators/typescript/index.ts';
import { installBlocks } from '../../blocks/index.ts';
import type { Trial } from './programs.ts';
import { stepName } from './sandbox.ts';

/** Does something with the program on a workspace. Throws when Blockly cannot load it. */
function withWorkspace<R>({ program, options }: Trial, use: (workspace: Blockly.Workspace) => R): R {
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
  javascriptGenerator.addReservedWords(`${stepName},done,failed`);
  return withWorkspace(trial, (workspace) => javascriptGenerator.workspaceToCode(workspace));
}

function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
