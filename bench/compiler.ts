/** The compiler beside Blockly's own JavaScript generator, and its growth with the size of the program. */

import * as Blockly from 'blockly';
import { javascriptGenerator } from 'blockly/javascript';
import { compile } from '../generators/typescript/index.ts';
import type { ProgramState } from '../generators/typescript/program.ts';
import { sample } from '../test/random/campaign.ts';
import { checkLayout } from '../test/random/checks.ts';
import { measure } from './measure.ts';
import { beneath, chainProgram, everydayProgram, nestedProgram, sizeOf, variablesProgram } from './programs.ts';
import { count, duration, printTable, times } from './table.ts';

/** The same programs every time. */
const layoutSeed = 1;

export async function benchCompiler(): Promise<void> {
  // Without listeners there is nothing to tell; this only spares Blockly the work.
  Blockly.Events.disable();
  compareWithBlockly();
  compareGenerators();
  showGrowth('A chain of statements', chainProgram, [1_000, 10_000, 100_000]);
  showGrowth('Variables that hold now this, now that', variablesProgram, [100, 1_000, 10_000]);
  showGrowth('Blocks in blocks', nestedProgram, [10, 100, 1_000]);
  showGrowth('Nests of 500 blocks in each other, one below the other', nests, [1, 10, 100]);
  await showUnchanged();
}

/** So many nests, one below the other. */
function nests(count: number): ProgramState {
  return beneath(Array.from({ length: count }, () => nestedProgram(500)));
}

/** How many random programs Prettier leaves as they are. */
async function showUnchanged(): Promise<void> {
  const trials = sample(layoutSeed, 2_000);
  let unchanged = 0;
  for (const trial of trials) if ((await checkLayout(trial)) === undefined) unchanged++;
  printTable(
    'Random programs that Prettier leaves unchanged (aim: 95 % or more)',
    ['programs', 'unchanged', 'share'],
    [[count(trials.length), count(unchanged), `${((100 * unchanged) / trials.length).toFixed(1)} %`]],
  );
}

function compareWithBlockly(): void {
  const programs = [100, 1_000, 10_000].map((size) => checked(everydayProgram(size)));
  const compare = (program: ProgramState): number[] =>
    measure([
      () => compile(program),
      () => {
        const workspace = load(program);
        javascriptGenerator.workspaceToCode(workspace);
        workspace.dispose();
      },
    ]);
  // Both are to be as fast as they get, also with the first program.
  for (const program of programs) compare(program);
  const rows = programs.map((program) => {
    const [ours = NaN, theirs = NaN] = compare(program);
    return [count(sizeOf(program)), duration(ours), duration(theirs), times(theirs / ours)];
  });
  const title = 'Program JSON → code, beside Blockly: load + workspaceToCode (aim: 10× or more)';
  printTable(title, ['blocks', 'compile', 'Blockly', 'faster by'], rows);
}

function compareGenerators(): void {
  const program = checked(everydayProgram(10_000));
  const workspace = load(program);
  const [ours = NaN, theirs = NaN] = measure([
    () => compile(program),
    () => javascriptGenerator.workspaceToCode(workspace),
  ]);
  workspace.dispose();
  printTable(
    'compile beside workspaceToCode alone, on a loaded workspace (aim: 1× or more)',
    ['blocks', 'compile', 'Blockly', 'faster by'],
    [[count(sizeOf(program)), duration(ours), duration(theirs), times(theirs / ours)]],
  );
}

function showGrowth(title: string, make: (size: number) => ProgramState, sizes: readonly number[]): void {
  let first: number | undefined;
  const rows = sizes.map((size) => {
    const program = checked(make(size));
    const blocks = sizeOf(program);
    const [time = NaN] = measure([() => compile(program)]);
    first ??= time / blocks;
    return [count(size), count(blocks), duration(time), duration(time / blocks), times(time / blocks / first)];
  });
  printTable(`${title} (aim: the cost per block stays)`, ['size', 'blocks', 'compile', 'per block', 'grown'], rows);
}

function load(program: ProgramState): Blockly.Workspace {
  const workspace = new Blockly.Workspace();
  Blockly.serialization.workspaces.load({ ...program }, workspace);
  return workspace;
}

/** A program that does not compile would be measured as a fast one. */
function checked(program: ProgramState): ProgramState {
  const error = compile(program).diagnostics.find(({ severity }) => severity === 'error');
  if (error) throw new Error(`The program to measure does not compile: ${error.message}`);
  return program;
}
