/** What must hold for the code of every program. */

import { compile, type BlockState, type Compilation, type ProgramState } from '../../generators/typescript/index.ts';
import { checkPrettier, checkTypeScript, findTypeEscapes, isJavaScript } from '../tsc/check.ts';
import type { Trial } from './arbitrary.ts';
import { difference, loads, runBlockly, runCompiled } from './oracle.ts';

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
  note?: string;
}

/** Everything that can be said of one program alone, but for its layout. */
export function check(trial: Trial): Verdict {
  let compilation: Compilation;
  if (!loads(trial)) return { problem: { sort: 'unloadable', message: 'Blockly does not load the program.' } };
  try {
    compilation = compile(trial.program, trial.options);
  } catch (error) {
    return { problem: { sort: 'crash', message: message(error) } };
  }
  const problem = checkText(trial, compilation) ?? checkRanges(trial.program, compilation);
  if (problem) return { problem };
  const verdict = trial.sound && !trial.pack ? compare(trial, compilation) : {};
  return { problem: checkCoverage(trial.program, compilation), ...verdict };
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
  if (code.length !== javascript.length)
    return { sort: 'length', message: 'The JavaScript is not as long as the code.' };
  if (!isJavaScript(javascript)) return { sort: 'syntax', message: `The JavaScript is none:\n${javascript}` };
  const [escape] = findTypeEscapes(code);
  return escape === undefined ? undefined : { sort: 'any', message: `Types are escaped: ${escape}` };
}

function checkRanges(program: ProgramState, { code, ranges }: Compilation): Problem | undefined {
  const problem = (message: string): Problem => ({ sort: 'ranges', message });
  const open: { blockId: string; end: number }[] = [];
  const seen = new Set<string>();
  let start = 0;
  for (const range of ranges) {
    const name = `The range of ${range.blockId} (${range.start}-${range.end})`;
    if (!(range.start >= 0 && range.start < range.end && range.end <= code.length)) {
      return problem(`${name} is not within the code.`);
    }
    if (seen.has(range.blockId)) return problem(`${name} is not its only one.`);
    seen.add(range.blockId);
    if (range.start < start) return problem(`${name} comes after one that starts later.`);
    start = range.start;
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= range.start) open.pop();
    const around = open.at(-1);
    if (around && range.end > around.end) return problem(`${name} ends after that of ${around.blockId} around it.`);
    open.push(range);
  }
  const expected = enabledBlocks(program);
  for (const id of seen) if (!expected.has(id)) return problem(`There is a range for ${id}, which is not enabled.`);
  return undefined;
}

/**
 * Every block has a range, unless a diagnostic says why not. A number may have been reckoned into something else, and an
 * empty list may be what is meant by nothing at all.
 */
function checkCoverage(program: ProgramState, { ranges, diagnostics }: Compilation): Problem | undefined {
  const covered = new Set(ranges.map(({ blockId }) => blockId));
  const excused = new Set(
    diagnostics.flatMap(({ blockId, severity, code }) =>
      severity === 'error' || code === 'unreachable' ? [blockId] : [],
    ),
  );
  const mayVanish = ({ type, inputs, fields }: BlockState): boolean =>
    type === 'math_number' ||
    (type.startsWith('lists_create') && Object.keys(inputs ?? {}).length === 0) ||
    (type === 'device_channel_list' && String(fields?.['NAMES']).trim() === '');
  for (const [id, block] of enabledBlocks(program, excused)) {
    if (!covered.has(id) && !mayVanish(block)) {
      return { sort: 'no range', message: `Block ${id}, a ${block.type}, has no range.` };
    }
  }
  return undefined;
}

/** All blocks that are enabled, and within enabled ones, by ID; without those to skip, and what is in them. */
function enabledBlocks(program: ProgramState, skip = new Set<string>()): Map<string, BlockState> {
  const found = new Map<string, BlockState>();
  const visit = (block: BlockState | undefined): void => {
    for (let each = block; each; each = each.next?.block) {
      if (each.disabledReasons || skip.has(each.id ?? '')) continue;
      found.set(each.id ?? '', each);
      for (const { block: inner, shadow } of Object.values(each.inputs ?? {})) visit(inner ?? shadow);
    }
  };
  for (const top of program.blocks?.blocks ?? []) visit(top);
  return found;
}

/** The same program with its stacks elsewhere on the workspace, and saved in another order, but to be run in the same. */
function elsewhere(program: ProgramState): ProgramState {
  const tops = program.blocks?.blocks ?? [];
  const blocks = tops.map((block, index) => ({ ...block, x: ((index * 7) % 5) * -40, y: 1000 + index * 77 }));
  return { ...program, blocks: { ...program.blocks, blocks: blocks.reverse() } };
}

function compare(trial: Trial, compilation: Compilation): Verdict {
  let blockly;
  try {
    blockly = runBlockly(trial);
  } catch (error) {
    return { note: `Blockly does not generate it: ${message(error)}` };
  }
  const { ending } = blockly;
  if (ending.kind === 'gave up') return { note: 'takes too many steps' };
  if (ending.kind === 'threw' && ending.error.startsWith('SyntaxError')) return { note: `Blockly's code is none` };
  if (ending.kind === 'threw' && ending.error.startsWith('RangeError'))
    return { note: `Blockly's code runs out of space` };
  const note = ending.kind === 'threw' ? { note: `compared up to where Blockly's code throws` } : {};
  const differs = difference(blockly, runCompiled(compilation));
  return { ...note, ...(differs !== undefined && { problem: { sort: 'behaviour', message: differs } }) };
}

/** What a host that traces programs declares. */
const tracing = `declare function __trace(blockId: string): void;
declare function __trace<T>(blockId: string, promise: T): T;
`;

/** What the compiler says about the types of many programs, at once; undefined where it is content. */
export async function checkTypes(trials: readonly Trial[]): Promise<(Problem | undefined)[]> {
  const name = (index: number): string => `p${index}.ts`;
  const files = Object.fromEntries(
    trials.map(({ program, options }, index) => [name(index), compile(program, options).code]),
  );
  const errors = await checkTypeScript({ ...files, 'host.d.ts': tracing });
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
    return wanted === undefined ? undefined : { sort: 'layout', message: firstDifference(code, wanted) };
  } catch (error) {
    return { sort: 'syntax', message: `Prettier cannot read the code: ${message(error)}` };
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

function message(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
