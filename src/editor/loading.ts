/** Programs into and out of a workspace. */
import * as Blockly from 'blockly';
import type { BlockState, ProgramState } from '../../generators/typescript/program.ts';
import { PROGRAM_VERSION, ProgramError, readProgram } from './program-file.ts';

/**
 * The program in a workspace.
 *
 * @throws {ProgramError} when it is longer than Blockly can save.
 */
export function saveProgram(workspace: Blockly.Workspace): ProgramState {
  let state: ProgramState;
  try {
    state = Blockly.serialization.workspaces.save(workspace);
  } catch (cause) {
    throw tooLong(cause) ?? cause;
  }
  if (state.blocks?.blocks) {
    state.blocks.blocks = state.blocks.blocks.toSorted(byPlace);
    sortNames(state.blocks.blocks);
  }
  return { ...state, version: PROGRAM_VERSION };
}

/** From top to bottom, so that a program is saved alike in whatever order its blocks came to the workspace. */
function byPlace(one: BlockState, other: BlockState): number {
  return (one.y ?? 0) - (other.y ?? 0) || (one.x ?? 0) - (other.x ?? 0);
}

/**
 * Puts the fields and inputs of blocks in the order of their names. Blockly saves them as they stand on the block, and
 * that order is another one in another language.
 */
function sortNames(blocks: readonly BlockState[]): void {
  const open = [...blocks];
  for (let block = open.pop(); block; block = open.pop()) {
    if (block.fields) block.fields = sorted(block.fields);
    if (block.inputs) block.inputs = sorted(block.inputs);
    for (const connection of [block.next, ...Object.values(block.inputs ?? {})]) {
      for (const child of [connection?.block, connection?.shadow]) if (child) open.push(child);
    }
  }
}

function sorted<Value>(byName: Record<string, Value>): Record<string, Value> {
  const names = Object.keys(byName);
  const isSorted = names.every((name, index) => index === 0 || compareNames(names[index - 1] ?? '', name) <= 0);
  if (isSorted) return byName;
  return Object.fromEntries(Object.entries(byName).toSorted(([one], [other]) => compareNames(one, other)));
}

/** By letters, then by the number at the end: ADD2 comes before ADD10. */
function compareNames(one: string, other: string): number {
  const [letters, number] = partsOf(one);
  const [otherLetters, otherNumber] = partsOf(other);
  if (letters !== otherLetters) return letters < otherLetters ? -1 : 1;
  return number - otherNumber;
}

function partsOf(name: string): [letters: string, number: number] {
  const letters = name.replace(/\d+$/, '');
  return [letters, Number(name.slice(letters.length))];
}

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
