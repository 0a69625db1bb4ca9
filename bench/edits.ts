/** What it takes to have new code after an edit: saving what changed, and compiling it. */

import * as Blockly from 'blockly';
import { compile, createCompiler } from '../generators/typescript/index.ts';
import { ProgramKeeper, saveProgram } from '../src/editor/saving.ts';
import { median } from './measure.ts';
import { everydayProgram, sizeOf } from './programs.ts';
import { count, duration, printTable, times } from './table.ts';

const rounds = 15;

/** Blocks of the program that is edited. */
const size = 10_000;

type Edit = (workspace: Blockly.Workspace, round: number) => void;

/** What people do, each to a block in the midst of the program. */
const edits: Record<string, Edit> = {
  'write a text': (workspace, round) => middle(workspace, 'text').setFieldValue(`text ${round}`, 'TEXT'),
  'write a number': (workspace, round) => middle(workspace, 'math_number').setFieldValue(round + 1, 'NUM'),
  'drag a stack aside': (workspace) => workspace.getTopBlocks(true)[0]?.moveBy(10, 0),
  'collapse a block': (workspace, round) => middle(workspace, 'controls_if').setCollapsed(round % 2 === 0),
  'choose an operator': (workspace, round) =>
    middle(workspace, 'logic_compare').setFieldValue(round % 2 === 0 ? 'GT' : 'LT', 'OP'),
  'write a comment': (workspace, round) => middle(workspace, 'text_print').setCommentText(`remark ${round}`),
  'add a statement': (workspace) => insert(workspace.newBlock('text_print'), middle(workspace, 'controls_if')),
  'delete a statement': (workspace) => middle(workspace, 'controls_if').getNextBlock()?.dispose(true),
  'copy a statement': (workspace) => {
    const original = middle(workspace, 'controls_if');
    const state = Blockly.serialization.blocks.save(original, { addNextBlocks: false });
    if (state) insert(Blockly.serialization.blocks.append(withoutIds(state), workspace), original);
  },
  'set another variable': (workspace) => {
    const set = workspace.newBlock('variables_set');
    set.setFieldValue('count', 'VAR');
    set.getInput('VALUE')?.connection?.setShadowState({ type: 'math_number', fields: { NUM: 5 } });
    insert(set, middle(workspace, 'math_change'));
  },
  'unplug a value and plug it in again': (workspace, round) => {
    const change = middle(workspace, 'math_change');
    const value = change.getInputTargetBlock('DELTA');
    const connection = change.getInput('DELTA')?.connection;
    if (value && round % 2 === 0) value.dispose();
    else if (!value) connection?.connect(number(workspace, round).outputConnection ?? connection);
  },
  'move a statement': (workspace, round) => {
    const moved = workspace.getBlockById('moved') ?? workspace.newBlock('text_print', 'moved');
    moved.unplug(true);
    insert(moved, middle(workspace, round % 2 === 0 ? 'math_change' : 'controls_if'));
  },
  'drag a statement out': (workspace) => {
    const block = middle(workspace, 'math_change');
    block.unplug(true);
    block.moveBy(500, 0);
  },
  'drag it back': (workspace) => {
    const loose = workspace.getTopBlocks(true).find((block) => block.type === 'math_change');
    if (loose) insert(loose, middle(workspace, 'controls_if'));
  },
  'drag a block out of the toolbox': (workspace) => {
    const block = workspace.newBlock('text_print');
    block.moveBy(600, 3000 + Math.round(block.getRelativeToSurfaceXY().y));
  },
  'drag a value out': (workspace) => {
    const change = middle(workspace, 'math_change');
    const value = change.getInputTargetBlock('DELTA');
    value?.unplug();
    value?.moveBy(700, 0);
    // So that it is another one in the next round.
    insert(change, middle(workspace, 'controls_if'));
  },
  'duplicate a stack': (workspace) => {
    const state = Blockly.serialization.blocks.save(middle(workspace, 'math_change'), { addNextBlocks: false });
    if (state) Blockly.serialization.blocks.append({ ...withoutIds(state), x: 800, y: 3500 }, workspace);
  },
  'delete a stack': (workspace) => {
    workspace
      .getTopBlocks(true)
      .find((block) => block.type === 'math_change')
      ?.dispose(false);
  },
  'add a loop that is left': (workspace) => {
    insert(Blockly.serialization.blocks.append(leftLoop, workspace), middle(workspace, 'math_change'));
  },
  'write a number where it is left': (workspace, round) => {
    const condition = middle(workspace, 'controls_flow_statements').getSurroundParent();
    condition
      ?.getInputTargetBlock('IF0')
      ?.getInputTargetBlock('B')
      ?.setFieldValue(round + 1, 'NUM');
  },
  'make a variable': (workspace, round) => void workspace.getVariableMap().createVariable(`new ${round}`),
  'rename a variable': (workspace, round) => {
    const [variable] = workspace.getVariableMap().getAllVariables();
    if (variable) workspace.getVariableMap().renameVariable(variable, `name ${round}`);
  },
};

/** A loop that is left when a variable gets too large. */
const leftLoop: Blockly.serialization.blocks.State = {
  type: 'controls_repeat_ext',
  inputs: {
    TIMES: { shadow: { type: 'math_number', fields: { NUM: 5 } } },
    DO: {
      block: {
        type: 'controls_if',
        inputs: {
          IF0: {
            block: {
              type: 'logic_compare',
              fields: { OP: 'GT' },
              inputs: {
                A: { block: { type: 'variables_get', fields: { VAR: { id: 'count' } } } },
                B: { block: { type: 'math_number', fields: { NUM: 100 } } },
              },
            },
          },
          DO0: { block: { type: 'controls_flow_statements', fields: { FLOW: 'BREAK' } } },
        },
      },
    },
  },
};

function number(workspace: Blockly.Workspace, value: number): Blockly.Block {
  const block = workspace.newBlock('math_number');
  block.setFieldValue(value, 'NUM');
  return block;
}

/** A block as it is saved, as another one. */
function withoutIds(state: Blockly.serialization.blocks.State): Blockly.serialization.blocks.State {
  const copy = structuredClone(state);
  const open: Blockly.serialization.blocks.State[] = [copy];
  for (let block = open.pop(); block; block = open.pop()) {
    delete block.id;
    const links = [...Object.values(block.inputs ?? {}), ...(block.next ? [block.next] : [])];
    for (const link of links) for (const inner of [link.block, link.shadow]) if (inner) open.push(inner);
  }
  return copy;
}

function middle(workspace: Blockly.Workspace, type: string): Blockly.Block {
  const blocks = workspace.getBlocksByType(type, false).filter((block) => block.getRootBlock() !== block);
  const block = blocks[Math.floor(blocks.length / 2)];
  if (!block) throw new Error(`There is no block ${type}.`);
  return block;
}

/** Puts a statement behind another. */
function insert(block: Blockly.Block, before: Blockly.Block): void {
  if (block.previousConnection) before.nextConnection?.connect(block.previousConnection);
}

export async function benchEdits(): Promise<void> {
  const workspace = new Blockly.Workspace();
  Blockly.serialization.workspaces.load({ ...everydayProgram(size) }, workspace);
  const heard: Blockly.Events.Abstract[] = [];
  workspace.addChangeListener((event) => void heard.push(event));
  await told(workspace, heard);
  const keeper = new ProgramKeeper(workspace);
  const compiler = createCompiler();
  compiler.compile(keeper.save());
  const rows: string[][] = [];
  for (const [name, edit] of Object.entries(edits)) {
    const measured: { saving: number[]; compiling: number[]; whole: number[]; all: number[] } = {
      saving: [],
      compiling: [],
      whole: [],
      all: [],
    };
    let kept = 0;
    for (let round = 0; round < rounds; round++) {
      edit(workspace, round);
      const events = await told(workspace, heard);
      const start = performance.now();
      for (const event of events) keeper.note(event);
      const program = keeper.save();
      const saved = performance.now();
      compiler.compile(program);
      const compiled = performance.now();
      if (compiler.lastWay !== 'whole') kept++;
      compile(program);
      const whole = performance.now();
      saveProgram(workspace);
      measured.saving.push(saved - start);
      measured.compiling.push(compiled - saved);
      measured.whole.push(whole - compiled);
      measured.all.push(performance.now() - whole);
    }
    const [saving, compiling, whole, all] = Object.values(measured).map(median);
    if (saving === undefined || compiling === undefined || whole === undefined || all === undefined) continue;
    rows.push([
      name,
      `${kept} of ${rounds}`,
      duration(saving),
      duration(compiling),
      duration(whole),
      times(whole / (saving + compiling)),
      times((all + whole) / (saving + compiling)),
    ]);
  }
  const title = `New code after one edit of ${count(sizeOf(saveProgram(workspace)))} blocks (aim: 20× faster than a full compile)`;
  const header = ['edit', 'not whole', 'save', 'compile', 'full compile', 'faster by', 'than saving and compiling all'];
  printTable(title, header, rows);
  workspace.dispose();
}

/** The events since the last time; Blockly hands them out a moment later. */
async function told(
  workspace: Blockly.Workspace,
  heard: Blockly.Events.Abstract[],
): Promise<readonly Blockly.Events.Abstract[]> {
  const last = new Blockly.Events.FinishedLoading(workspace);
  Blockly.Events.fire(last);
  while (!heard.includes(last)) await new Promise((resolve) => setTimeout(resolve));
  return heard.splice(0);
}
