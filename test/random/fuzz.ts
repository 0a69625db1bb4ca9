/**
 * The command behind `npm run fuzz`.
 *
 *     npm run fuzz -- --runs 20000 --seed 7 --only sound --out failures
 *
 * `--out` writes each failure to a file of its own; otherwise they are printed.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describe, minimize, sorts, tryBatch, type Failure, type Sort } from './campaign.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    batch: { type: 'string', default: '200' },
    only: { type: 'string' },
    /** How many failures that look alike are made smaller; the others are only counted. */
    most: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
});

function isSort(name: string): name is Sort {
  return Object.hasOwn(sorts, name);
}

const [runs, firstSeed, batch, most] = [values.runs, values.seed, values.batch, values.most].map(Number);
const { only, out } = values;
if (![runs, firstSeed, batch, most].every(Number.isInteger) || (only !== undefined && !isSort(only))) {
  throw new Error(
    `usage: npm run fuzz -- --runs <n> --seed <n> --batch <n> --only <${Object.keys(sorts).join('|')}> --most <n> --out <folder>`,
  );
}

await campaign(runs ?? 0, firstSeed ?? 0, Math.max(1, batch ?? 1), most ?? 0);

async function campaign(runs: number, firstSeed: number, batch: number, most: number): Promise<void> {
  const counts = new Map<string, number>();
  const notes = new Map<string, number>();
  const causes = new Map<string, number>();
  let done = 0;
  console.log(`seed ${firstSeed}`);
  for (let seed = firstSeed; done < runs; seed++) {
    const result = await tryBatch(
      seed,
      Math.min(batch, runs - done),
      only !== undefined && isSort(only) ? only : undefined,
    );
    done += result.runs;
    for (const [note, count] of result.notes) notes.set(note, (notes.get(note) ?? 0) + count);
    for (const failure of result.failures) {
      const { sort } = failure.problem;
      const count = (counts.get(sort) ?? 0) + 1;
      counts.set(sort, count);
      const cause = likelyCause(failure);
      const alike = (causes.get(cause) ?? 0) + 1;
      causes.set(cause, alike);
      if (alike <= most) tell(await minimize(failure), count);
    }
    console.log(`${done} of ${runs} programs (batch seed ${seed}): ${summary(counts) || 'no failure'}`);
  }
  console.log(`\n${done} programs. Failures: ${summary(counts) || 'none'}.`);
  console.log(`Not compared, or only in part: ${summary(notes) || 'none'}.`);
  const unchanged = done - (counts.get('layout') ?? 0);
  console.log(`Prettier leaves ${((100 * unchanged) / done).toFixed(2)} % of the programs unchanged.`);
  process.exitCode = counts.size > 0 ? 1 : 0;
}

function tell(failure: Failure, count: number): void {
  if (out === undefined) {
    console.log(describe(failure));
    return;
  }
  mkdirSync(out, { recursive: true });
  const name = `${failure.problem.sort.replaceAll(/\W+/g, '-')}-${failure.seed}-${count}.md`;
  writeFileSync(path.join(out, name), describe(failure));
}

/** The sort of a failure, and for the compiler's errors its message without the names in it. */
function likelyCause({ problem: { sort, message } }: Failure): string {
  const [first = ''] = message.split('\n');
  return sort.startsWith('types') ? `${sort} ${first.replaceAll(/'[^']*'|\d+/g, '')}` : sort;
}

function summary(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, count]) => `${name}: ${count}`).join(', ');
}
