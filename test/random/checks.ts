/** What must hold for the code of every program. */

import blankSpace from 'ts-blank-space';
import { compile, type Compilation, type ProgramState } from '../../generators/typescript/index.ts';
import { checkPrettier, checkTypeScript, findTypeEscapes, isJavaScript } from '../tsc/check.ts';
import { loads } from './blockly.ts';
import { compareRuns } from './compare.ts';
import type { Trial } from './programs.ts';
import { misplacedRange, missingRange } from './ranges.ts';
import type { Sandbox } from './sandbox.ts';

/** Something that does not hold. */
export interface Problem {
  /** Problems of the same sort have the same one: it is kept while a program is made smaller. */
  sort: string;
  message: string;
}

/** What came of one program. */
export interface Verdict {
  problem?: Problem | undefined;
  /** Why Blockly's program could not be compared, or was only up to some point. */
  note?: string | undefined;
}

/** Everything that can be said of one program alone, but for its layout. */
export async function check(trial: Trial, sandbox: Sandbox): Promise<Verdict> {
  const { program, options } = trial;
  let compilation: Compilation;
  if (!loads(trial)) return { problem: { sort: 'unloadable', message: 'Blockly does not load the program.' } };
  try {
    compilation = compile(program, options);
  } catch (error) {
    return { problem: { sort: 'crash', message: messageOf(error) } };
  }
  const problem =
    checkText(trial, compilation) ??
    problemOf('ranges', misplacedRange(program, compilation)) ??
    problemOf('no range', missingRange(program, compilation));
  if (problem) return { problem };
  // Where the kinds do not fit, and for the blocks of the pack, Blockly's code has nothing to say.
  if (!trial.sound || trial.pack) return {};
  const { difference, note } = await compareRuns(trial, compilation, sandbox);
  return { problem: problemOf('behaviour', difference), note };
}

function checkText({ program, options }: Trial, compilation: Compilation): Problem | undefined {
  const { code, javascript, diagnostics } = compilation;
  const failed = diagnostics.find((each) => each.code === 'lowering-failed');
  if (failed) return { sort: 'lowering', message: failed.message };
  if (compile(program, options).code !== code) return { sort: 'bytes', message: 'Compiled again, the code differs.' };
  const moved = compile(elsewhere(program), options);
  if (moved.code !== code || moved.javascript !== javascript) {
    return { sort: 'moved', message: `With the stacks elsewhere, the code differs:\n${moved.code}` };
  }
  if (spaced(javascript) !== spaced(blankSpace(code)) || javascript.length !== code.length) {
    return { sort: 'blanks', message: `The JavaScript is not the code with its types blanked:\n${javascript}` };
  }
  if (!isJavaScript(javascript)) return { sort: 'syntax', message: `The JavaScript is none:\n${javascript}` };
  const [escape] = findTypeEscapes(code);
  return problemOf('any', escape && `Types are escaped: ${escape}`);
}

/** The judge puts a semicolon in some places where a blank does. */
const spaced = (text: string): string => text.replaceAll(';', ' ');

/** The same program with its stacks elsewhere on the workspace, and saved in another order, but to be run in the same. */
function elsewhere(program: ProgramState): ProgramState {
  const tops = program.blocks?.blocks ?? [];
  const blocks = tops.map((block, index) => ({ ...block, x: ((index * 7) % 5) * -40, y: 1000 + index * 77 }));
  return { ...program, blocks: { ...program.blocks, blocks: blocks.reverse() } };
}

/** What the compiler says about the types of many programs, at once; undefined where it is content. */
export async function checkTypes(trials: readonly Trial[]): Promise<(Problem | undefined)[]> {
  const name = (index: number): string => `p${index}.ts`;
  const files = Object.fromEntries(
    trials.map(({ program, options }, index) => [name(index), compile(program, options).code]),
  );
  const errors = await checkTypeScript(files);
  return trials.map((_, index) => {
    const error = errors.find(({ file }) => file === name(index));
    return (
      error && { sort: `types ${error.code}`, message: `${error.line}:${error.column} ${error.code}: ${error.message}` }
    );
  });
}

/** What Prettier would change. */
export async function checkLayout({ program, options }: Trial): Promise<Problem | undefined> {
  const { code } = compile(program, options);
  try {
    const wanted = await checkPrettier(code);
    return problemOf('layout', wanted === undefined ? undefined : firstDifference(code, wanted));
  } catch (error) {
    return { sort: 'syntax', message: `Prettier cannot read the code: ${messageOf(error)}` };
  }
}

function firstDifference(code: string, wanted: string): string {
  const [ours, theirs] = [code.split('\n'), wanted.split('\n')];
  let start = 0;
  while (ours[start] === theirs[start]) start++;
  let end = 0;
  while (end < ours.length - start && end < theirs.length - start && ours.at(-1 - end) === theirs.at(-1 - end)) end++;
  const part = (lines: string[], mark: string): string[] =>
    lines.slice(start, lines.length - end).map((line) => mark + line);
  return [`from line ${start + 1}`, ...part(ours, '-'), ...part(theirs, '+')].join('\n');
}

function problemOf(sort: string, message: string | undefined): Problem | undefined {
  return message === undefined ? undefined : { sort, message };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
