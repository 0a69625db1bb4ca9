/**
 * The command behind `npm run fuzz`.
 *
 *     npm run fuzz -- --runs 20000 --seed 7 --only sound --out failures
 *
 * With `--edits 20`, each program is edited so often instead, and what a compiler for edited programs gives is compared
 * with what compiling anew gives.
 *
 * `--out` writes each failure to a file of its own; otherwise they are printed.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describe, minimize, sorts, tryBatch, type Failure, type Sort } from './campaign.ts';
import { tryEdits, type Ways } from './edited.ts';
import { Sandbox } from './sandbox.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    /** How many programs TypeScript checks at once. */
    batch: { type: 'string', default: '200' },
    only: { type: 'string' },
    /** How many failures that look alike are made smaller; the others are only counted. */
    most: { type: 'string', default: '1' },
    out: { type: 'string' },
    edits: { type: 'string', default: '0' },
  },
});

const { only, out } = values;
const [runs, seed, batch, most, edits] = [values.runs, values.seed, values.batch, values.most, values.edits].map(
  Number,
);
if (![runs, seed, batch, most, edits].every(Number.isSafeInteger) || (only !== undefined && !isSort(only))) {
  const names = Object.keys(sorts).join('|');
  console.error(
    `usage: npm run fuzz -- --runs <n> --seed <n> --batch <n> --only <${names}> --most <n> --out <folder> --edits <n>`,
  );
  process.exit(2);
}

if (edits) editAll(runs ?? 0, seed ?? 0, Math.max(1, batch ?? 1), edits);
else await campaign(runs ?? 0, seed ?? 0, Math.max(1, batch ?? 1), most ?? 0, only);

function isSort(name: string): name is Sort {
  return Object.hasOwn(sorts, name);
}

function editAll(runs: number, firstSeed: number, batch: number, edits: number): void {
  const ways: Ways = { whole: 0, changed: 0, same: 0 };
  console.log(`seed ${firstSeed}`);
  for (let [seed, done] = [firstSeed, 0]; done < runs; seed++, done += batch) {
    const wrong = tryEdits(seed, Math.min(batch, runs - done), edits, ways);
    if (!wrong) continue;
    const { program, edit, before, after, options } = wrong;
    console.log(
      `Wrong code after edit ${edit} of program ${program}, seed ${seed}, options ${JSON.stringify(options)}.`,
    );
    console.log(`Before:\n${JSON.stringify(before)}\nAfter:\n${JSON.stringify(after)}`);
    process.exitCode = 1;
  }
  console.log('Ways of compiling after an edit:', ways);
}

async function campaign(runs: number, firstSeed: number, batch: number, most: number, only?: Sort): Promise<void> {
  const counts = new Map<string, number>();
  const notes = new Map<string, number>();
  const causes = new Map<string, number>();
  const sandbox = new Sandbox();
  let [done, compared] = [0, 0];
  console.log(`seed ${firstSeed}`);
  for (let seed = firstSeed; done < runs; seed++) {
    const result = await tryBatch(sandbox, seed, Math.min(batch, runs - done), only);
    done += result.runs;
    compared += result.compared;
    for (const [note, count] of result.notes) notes.set(note, (notes.get(note) ?? 0) + count);
    for (const failure of result.failures) {
      const alike = countOne(causes, likelyCause(failure));
      const count = countOne(counts, failure.problem.sort);
      if (alike <= most) tell(await minimize(failure, sandbox), count);
    }
    console.log(`${done} of ${runs} programs (batch seed ${seed}): ${summary(counts) || 'no failure'}`);
  }
  sandbox.close();
  console.log(`\n${done} programs. Failures: ${summary(counts) || 'none'}.`);
  console.log(`Ran as Blockly's own code to its end: ${compared}. Others: ${summary(notes) || 'none'}.`);
  const unchanged = done - (counts.get('layout') ?? 0);
  console.log(`Prettier leaves ${((100 * unchanged) / done).toFixed(2)} % of the programs unchanged.`);
  process.exitCode = counts.size > 0 ? 1 : 0;
}

function countOne(counts: Map<string, number>, name: string): number {
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  return count;
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
