/** Tries many random programs, and makes those that fail smaller. */

import fc from 'fast-check';
import { compile } from '../../generators/typescript/index.ts';
import { blocklyCode, loads, saved } from './blockly.ts';
import { check, checkLayout, checkTypes, type Problem } from './checks.ts';
import { trials, type Trial } from './programs.ts';
import { reduce, unmarked } from './reduce.ts';
import type { Sandbox } from './sandbox.ts';

/** A program that fails, and how. */
export interface Failure {
  /** What makes the program again: the seed of its batch, and its place there. */
  seed: number;
  index: number;
  trial: Trial;
  problem: Problem;
}

/** What came of a batch. */
export interface Result {
  runs: number;
  /** One for each program that fails. */
  failures: Failure[];
  /** How many programs were compared with Blockly's to their end. */
  compared: number;
  /** How often programs could not be compared, or not to their end, by reason. */
  notes: Map<string, number>;
}

/** The sorts of programs, by name, with how many of a hundred are of that sort. */
export const sorts = {
  sound: { sound: true, pack: false, share: 60 },
  loose: { sound: false, pack: false, share: 20 },
  pack: { sound: true, pack: true, share: 10 },
  loosePack: { sound: false, pack: true, share: 10 },
};

export type Sort = keyof typeof sorts;

/** So many programs, the same for the same seed; of one sort, or of all in their shares. */
export function sample(seed: number, runs: number, only?: Sort): Trial[] {
  const arbitrary = only
    ? trials(sorts[only])
    : fc.oneof(...Object.values(sorts).map((sort) => ({ weight: sort.share, arbitrary: trials(sort) })));
  return fc.sample(arbitrary, { seed, numRuns: runs });
}

/** Tries the programs of a seed. */
export async function tryBatch(sandbox: Sandbox, seed: number, runs: number, only?: Sort): Promise<Result> {
  const batch = sample(seed, runs, only);
  const result: Result = { runs, failures: [], compared: 0, notes: new Map() };
  const types = await checkTypes(batch);
  for (const [index, trial] of batch.entries()) {
    const { problem: own, note } = await check(trial, sandbox);
    if (note !== undefined) result.notes.set(note, (result.notes.get(note) ?? 0) + 1);
    else if (trial.sound && !trial.pack) result.compared++;
    const problem = own ?? types[index] ?? (await checkLayout(trial));
    if (problem) result.failures.push({ seed, index, trial, problem });
  }
  return result;
}

/** The smallest program that was found to fail in the same way. */
export async function minimize(failure: Failure, sandbox: Sandbox): Promise<Failure> {
  const { sort } = failure.problem;
  const problems = new Map<Trial, Problem>();
  const smallest = await reduce(failure.trial, failure.trial.sound, async (candidates) => {
    const loadable = candidates.filter(loads);
    const found = sort.startsWith('types') ? await checkTypes(loadable) : await upTo(sort, loadable, sandbox);
    found.forEach((problem, index) => {
      const trial = loadable[index];
      if (trial && problem?.sort === sort) problems.set(trial, problem);
    });
    return candidates.map((trial) => problems.has(trial));
  });
  return { ...failure, trial: smallest, problem: problems.get(smallest) ?? failure.problem };
}

/** What is wrong with the trials, up to the first that has a problem of this sort. */
async function upTo(sort: string, trials: readonly Trial[], sandbox: Sandbox): Promise<(Problem | undefined)[]> {
  const problems: (Problem | undefined)[] = [];
  for (const trial of trials) {
    const problem = sort === 'layout' ? await checkLayout(trial) : (await check(trial, sandbox)).problem;
    problems.push(problem);
    if (problem?.sort === sort) break;
  }
  return problems;
}

/** The failure, for a person to read; the program as one line of JSON, as Blockly saves it. */
export function describe({ seed, index, trial, problem }: Failure): string {
  const fence = (language: string, text: string): string => `\`\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\``;
  return [
    `# ${problem.sort}`,
    problem.message,
    `Seed ${seed}, program ${index}, options ${JSON.stringify(trial.options)}.`,
    `## Program`,
    fence(
      'json',
      orWhyNot(() => JSON.stringify(saved({ ...trial, program: unmarked(trial.program) }))),
    ),
    `## Blockly's JavaScript`,
    fence(
      'js',
      orWhyNot(() => blocklyCode(trial)),
    ),
    `## Our code`,
    fence(
      'ts',
      orWhyNot(() => compile(trial.program, trial.options).code),
    ),
    '',
  ].join('\n\n');
}

function orWhyNot(make: () => string): string {
  try {
    return make();
  } catch (error) {
    return `(none: ${String(error)})`;
  }
}
