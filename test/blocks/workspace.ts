/** Workspaces without a page, for the tests of the block pack. */
import * as Blockly from 'blockly';
import { installBlocks } from '../../blocks/index.ts';

/** A workspace with the pack installed and, if given, a program loaded. */
export function createWorkspace(state?: Record<string, unknown>): Blockly.Workspace {
  installBlocks();
  const workspace = new Blockly.Workspace();
  if (state) load(workspace, state);
  return workspace;
}

/** Loads a program, as a step that cannot be undone. */
export function load(workspace: Blockly.Workspace, state: Record<string, unknown>): void {
  Blockly.serialization.workspaces.load(state, workspace);
}

/** The program in a workspace, as plain data. */
export function save(workspace: Blockly.Workspace): Record<string, unknown> {
  return JSON.parse(JSON.stringify(Blockly.serialization.workspaces.save(workspace)));
}

/** Does something, and waits until Blockly has told all of it and can undo it. */
export async function settle(workspace: Blockly.Workspace, action: () => void): Promise<void> {
  action();
  // Blocks act on what they are told, as calls do when their function goes, and that is told later.
  for (let told = 1; told > 0;) told = await tellAll(workspace);
}

/** Waits until all is told that has happened up to now. Gives how much that was. */
async function tellAll(workspace: Blockly.Workspace): Promise<number> {
  let told = 0;
  // Events come in the order in which they were fired, so this one comes last.
  const last = new Blockly.Events.FinishedLoading(workspace);
  // Not a listener: Blockly passes over one when another goes while it is told something.
  const tell = workspace.fireChangeListener;
  await new Promise<void>((resolve) => {
    workspace.fireChangeListener = (event) => {
      tell.call(workspace, event);
      if (event === last) resolve();
      else told += 1;
    };
    Blockly.Events.fire(last);
  });
  workspace.fireChangeListener = tell;
  return told;
}

/** The block of that ID. */
export function blockOf(workspace: Blockly.Workspace, id: string): Blockly.Block {
  const block = workspace.getBlockById(id);
  if (block === null) throw new Error(`There is no block ${id}.`);
  return block;
}
