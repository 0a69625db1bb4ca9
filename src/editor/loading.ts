/** Programs into a workspace. */
import * as Blockly from 'blockly';
import type { ProgramState } from '../../generators/typescript/program.ts';
import { ProgramError } from './program-error.ts';
import { readProgram } from './program-file.ts';
import { saveProgram } from './saving.ts';

/**
 * Shows a program in place of what a workspace holds, as one step that can be undone unless
 * `recordUndo` is false. The program is tried out of sight first, so that the workspace is left alone when it does not
 * load.
 *
 * @throws {ProgramError} when it is none that can be shown.
 */
export function loadProgram(data: unknown, workspace: Blockly.WorkspaceSvg, recordUndo = true): void {
  const program = readProgram(data, (type) => Object.hasOwn(Blockly.Blocks, type));
  const rehearsal = new Blockly.Workspace(workspace.options);
  try {
    withoutEvents(() => load(program, rehearsal, false));
  } finally {
    withoutEvents(() => rehearsal.dispose());
  }
  const before = saveProgram(workspace);
  try {
    load(program, workspace, recordUndo);
  } catch (error) {
    // What worked out of sight failed in sight: drawing gave up.
    load(before, workspace, recordUndo);
    throw error;
  }
}

/** Shows a program that was in a workspace before, in one that was just made. It is no change, and nothing is told of it. */
export function restoreProgram(program: ProgramState, workspace: Blockly.WorkspaceSvg): void {
  withoutEvents(() => load(program, workspace, false));
}

/** Calls `action` once, when Blockly tells that a program was loaded and has recorded it: in the next frame of the screen. */
export function onceLoaded(workspace: Blockly.Workspace, action: () => void): void {
  let isTold = false;
  const listener = workspace.addChangeListener((event) => {
    if (isTold || event.type !== Blockly.Events.FINISHED_LOADING) return;
    isTold = true;
    // Not now: Blockly passes over the next listener when one goes while it tells something.
    queueMicrotask(() => workspace.removeChangeListener(listener));
    action();
  });
}

function load(program: ProgramState, workspace: Blockly.Workspace, recordUndo: boolean): void {
  const group = Blockly.Events.getGroup();
  const recordedUndo = Blockly.Events.getRecordUndo();
  try {
    Blockly.serialization.workspaces.load({ ...program }, workspace, { recordUndo });
  } catch (cause) {
    // Blockly puts these back only when all goes well.
    Blockly.Events.setGroup(group);
    Blockly.Events.setRecordUndo(recordedUndo);
    if (workspace instanceof Blockly.WorkspaceSvg) workspace.setResizesEnabled(true);
    Blockly.utils.dom.stopTextWidthCache();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw (
      tooLong(cause) ??
      new ProgramError('rejected', `The blocks of this program do not fit together: ${reason}`, { cause })
    );
  }
}

function tooLong(cause: unknown): ProgramError | null {
  if (!(cause instanceof RangeError)) return null;
  return new ProgramError('too-long', 'This program has a longer chain of blocks than the workspace can hold.', {
    cause,
  });
}

function withoutEvents(action: () => void): void {
  Blockly.Events.disable();
  try {
    action();
  } finally {
    Blockly.Events.enable();
  }
}
