/** Tries many random programs and makes those that fail smaller. */

import fc from 'fast-check';
import { compile } from '../../generators/typescript/index.ts';
import { trials, type Trial } from './arbitrary.ts';
import { check, checkLayout, checkTypes, type Problem } from './checks.ts';
import { blocklyCode, loads } from './oracle.ts';
import { reduce, unmarked } from './reduce.ts';

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
  /** Failures, one for each program. Those of the layout alone are counted apart. */
  failures: Failure[];
  /** How often programs could not be compared, by reason. */
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

/** Tries so many programs, the same for the same seed. */
export async function tryBatch(seed: number, runs: number, only?: Sort): Promise<Result> {
  const arbitrary = only
    ? trials(sorts[only])
    : fc.oneof(...Object.values(sorts).map((sort) => ({ weight: sort.share, arbitrary: trials(sort) })));
  const batch = fc.sample(arbitrary, { seed, numRuns: runs });
  const failures: Failure[] = [];
  const notes = new Map<string, number>();
  const types = await checkTypes(batch);
  for (const [index, trial] of batch.entries()) {
    const { problem: own, note } = check(trial);
    if (note !== undefined) notes.set(note, (notes.get(note) ?? 0) + 1);
    const problem = own ?? types[index] ?? (await checkLayout(trial));
    if (problem) failures.push({ seed, index, trial, problem });
  }
  return { runs, failures, notes };
}

/** The smallest program that was found to fail in the same way. */
export async function minimize(failure: Failure): Promise<Failure> {
  const { sort } = failure.problem;
  const problems = new Map<Trial, Problem>();
  const smallest = await reduce(failure.trial, failure.trial.sound, async (candidates) => {
    const loadable = candidates.filter(loads);
    const found = sort.startsWith('types') ? await checkTypes(loadable) : await upTo(sort, loadable);
    found.forEach((problem, index) => {
      const trial = loadable[index];
      if (trial && problem?.sort === sort) problems.set(trial, problem);
    });
    return candidates.map((trial) => problems.has(trial));
  });
  return { ...failure, trial: smallest, problem: problems.get(smallest) ?? failure.problem };
}

/** What is wrong with the trials, up to the first that has a problem of this sort. */
async function upTo(sort: string, trials: readonly Trial[]): Promise<(Problem | undefined)[]> {
  const problems: (Problem | undefined)[] = [];
  for (const trial of trials) {
    const problem = sort === 'layout' ? await checkLayout(trial) : check(trial).problem;
    problems.push(problem);
    if (problem?.sort === sort) break;
  }
  return problems;
}

/** The failure, for a person to read. */
export function describe({ seed, index, trial, problem }: Failure): string {
  let blockly: string;
  try {
    blockly = blocklyCode(trial);
  } catch (error) {
    blockly = `(none: ${String(error)})`;
  }
  let ours: string;
  try {
    ours = compile(trial.program, trial.options).code;
  } catch (error) {
    ours = `(none: ${String(error)})`;
  }
  const fence = (language: string, text: string): string => `\`\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\``;
  return [
    `# ${problem.sort}`,
    problem.message,
    `Seed ${seed}, program ${index}, options ${JSON.stringify(trial.options)}.`,
    `## Program`,
    fence('json', JSON.stringify(unmarked(trial.program))),
    `## Blockly's JavaScript`,
    fence('js', blockly),
    `## Our code`,
    fence('ts', ours),
    '',
  ].join('\n\n');
}
