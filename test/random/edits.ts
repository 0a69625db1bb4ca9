/** Random edits of a program on a workspace, as a person makes them: through Blockly, which tells of each. */

import * as Blockly from 'blockly';
import type { Choices, Weighted } from './choices.ts';
import { someComment, someText, variableNames } from './words.ts';

/** What can be dragged out of the toolbox, small and large. */
const fromToolbox: readonly Blockly.serialization.blocks.State[] = [
  { type: 'text_print', inputs: { TEXT: { shadow: { type: 'text', fields: { TEXT: 'abc' } } } } },
  { type: 'text', fields: { TEXT: 'loose' } },
  { type: 'math_number', fields: { NUM: 7 } },
  { type: 'math_arithmetic', inputs: { A: { shadow: { type: 'math_number', fields: { NUM: 1 } } } } },
  { type: 'lists_create_with', extraState: { itemCount: 2 } },
  { type: 'controls_if', extraState: { hasElse: true } },
  { type: 'controls_repeat_ext', inputs: { TIMES: { shadow: { type: 'math_number', fields: { NUM: 10 } } } } },
  { type: 'device_register', inputs: { CHANNELS: { shadow: { type: 'device_channel_list' } } } },
  { type: 'procedures_defnoreturn', fields: { NAME: 'do something' } },
];

type Edit = (workspace: Blockly.Workspace, choices: Choices) => void;

const edits: readonly Weighted<Edit>[] = [
  [10, changeField],
  [4, move],
  [2, drop],
  [3, add],
  [2, copy],
  [3, remove],
  [2, comment],
  [1, (workspace, choices) => any(workspace, choices)?.setCollapsed(choices.chance(0.5))],
  [2, (workspace, choices) => any(workspace, choices)?.setDisabledReason(choices.chance(0.6), 'MANUALLY_DISABLED')],
  [1, (workspace, choices) => any(workspace, choices)?.setInputsInline(choices.chance(0.5))],
  [1, grow],
  [2, renameVariable],
  [1, (workspace, choices) => void workspace.getVariableMap().createVariable(`new ${choices.below(1e6)}`)],
  [1, removeVariable],
  [4, (workspace) => workspace.undo(false)],
  [2, (workspace) => workspace.undo(true)],
];

/** Changes something. Now and then there is nothing to change in the way that was chosen. */
export function edit(workspace: Blockly.Workspace, choices: Choices): void {
  Blockly.Events.setGroup(true);
  choices.weighted(edits)(workspace, choices);
  Blockly.Events.setGroup(false);
}

function any(workspace: Blockly.Workspace, choices: Choices, filter: (block: Blockly.Block) => boolean = () => true) {
  const blocks = workspace.getAllBlocks(false).filter(filter);
  return blocks.length > 0 ? choices.pick(blocks) : undefined;
}

/** A block that can be taken away. */
function anyMovable(workspace: Blockly.Workspace, choices: Choices): Blockly.Block | undefined {
  return any(workspace, choices, (block) => !block.isShadow() && block.isMovable());
}

function changeField(workspace: Blockly.Workspace, choices: Choices): void {
  const block = any(workspace, choices, (one) => fieldsOf(one).length > 0);
  if (!block) return;
  const field = choices.pick(fieldsOf(block));
  if (field instanceof Blockly.FieldVariable) {
    const variables = workspace.getVariableMap().getAllVariables();
    if (variables.length > 0) field.setValue(choices.pick(variables).getId());
  } else if (field instanceof Blockly.FieldDropdown) {
    const values = field.getOptions().flatMap((option) => (Array.isArray(option) ? [option[1]] : []));
    if (values.length > 0) field.setValue(choices.pick(values));
  } else if (field instanceof Blockly.FieldCheckbox) field.setValue(choices.chance(0.5) ? 'TRUE' : 'FALSE');
  else if (field instanceof Blockly.FieldNumber) field.setValue(choices.pick([0, 1, 2, 5, 12.5, -3, 100_000]));
  else field.setValue(someText(choices, false));
}

function fieldsOf(block: Blockly.Block): Blockly.Field[] {
  return [...block.getFields()].filter((field) => field.isSerializable() && field.EDITABLE);
}

/** Drags a block away, alone or with what is behind it, and lets it go elsewhere. */
function move(workspace: Blockly.Workspace, choices: Choices): void {
  const block = anyMovable(workspace, choices);
  if (!block) return;
  block.unplug(choices.chance(0.6));
  if (choices.chance(0.2)) block.moveBy(choices.between(-300, 300), choices.between(-300, 300));
  else connect(block, workspace, choices);
}

/** Moves a stack to another place. */
function drop(workspace: Blockly.Workspace, choices: Choices): void {
  const tops = workspace.getTopBlocks(false);
  if (tops.length > 0) choices.pick(tops).moveBy(choices.between(-300, 300), choices.between(-900, 900));
}

function add(workspace: Blockly.Workspace, choices: Choices): void {
  const block = Blockly.serialization.blocks.append(choices.pick(fromToolbox), workspace, { recordUndo: true });
  if (choices.chance(0.8)) connect(block, workspace, choices);
}

function copy(workspace: Blockly.Workspace, choices: Choices): void {
  const block = anyMovable(workspace, choices);
  const state = block && Blockly.serialization.blocks.save(block, { addNextBlocks: false, saveIds: false });
  if (!state) return;
  connect(Blockly.serialization.blocks.append(state, workspace, { recordUndo: true }), workspace, choices);
}

function remove(workspace: Blockly.Workspace, choices: Choices): void {
  anyMovable(workspace, choices)?.dispose(choices.chance(0.7));
}

function comment(workspace: Blockly.Workspace, choices: Choices): void {
  any(workspace, choices)?.setCommentText(choices.chance(0.7) ? someComment(choices) : null);
}

/** As the mutator of a block does it. */
function grow(workspace: Blockly.Workspace, choices: Choices): void {
  const block = any(workspace, choices, ({ type }) => type === 'controls_if' || type === 'lists_create_with');
  if (!block?.loadExtraState || !block.saveExtraState) return;
  const before = JSON.stringify(block.saveExtraState());
  if (block.type === 'controls_if') block.loadExtraState({ elseIfCount: block.inputList.length, hasElse: true });
  else block.loadExtraState({ itemCount: block.inputList.length + 1 });
  const after = JSON.stringify(block.saveExtraState());
  Blockly.Events.fire(new Blockly.Events.BlockChange(block, 'mutation', null, before, after));
}

function renameVariable(workspace: Blockly.Workspace, choices: Choices): void {
  const variables = workspace.getVariableMap().getAllVariables();
  if (variables.length === 0) return;
  workspace.getVariableMap().renameVariable(choices.pick(variables), choices.pick(variableNames));
}

function removeVariable(workspace: Blockly.Workspace, choices: Choices): void {
  const variables = workspace.getVariableMap().getAllVariables();
  if (variables.length > 0) workspace.getVariableMap().deleteVariable(choices.pick(variables));
}

/** Connects a block to a random place that takes it, if there is one: in a block, or behind one. */
function connect(block: Blockly.Block, workspace: Blockly.Workspace, choices: Choices): void {
  const own = block.outputConnection ?? block.previousConnection;
  if (!own) return;
  const inside = new Set(block.getDescendants(false));
  const places = workspace.getAllBlocks(false).flatMap((other) => {
    if (inside.has(other) || other.isShadow()) return [];
    return [...other.inputList.map(({ connection }) => connection), other.nextConnection];
  });
  const checker = workspace.connectionChecker;
  const fitting = places.flatMap((place) => (place && checker.canConnect(own, place, false) ? [place] : []));
  if (fitting.length > 0) choices.pick(fitting).connect(own);
}
