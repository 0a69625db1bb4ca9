/** Makes a program that fails smaller, as long as it still fails. */

import type { ProgramState } from '../../generators/typescript/index.ts';
import type { Trial } from './programs.ts';
import { slots } from './slots.ts';
import { smaller } from './smaller.ts';

/** Which of these fail in the same way. Need not look at those after the first that does. */
export type StillFails = (candidates: readonly Trial[]) => Promise<readonly boolean[]>;

/** How many programs are tried at once. */
const chunk = 100;

/**
 * The smallest program that was found to fail still.
 *
 * @param sound Keep values of the kinds that blocks ask for, as `kinds.ts` explains.
 */
export async function reduce(trial: Trial, sound: boolean, stillFails: StillFails): Promise<Trial> {
  let smallest = trial;
  // Candidates that come after the last that was taken come first in the next round: what came before did not do.
  let from = 0;
  for (let barren = false; !barren;) {
    barren = from === 0;
    const candidates = [...smaller(smallest, sound)].slice(from);
    let position = from;
    let taken: Trial | undefined;
    for (let start = 0; start < candidates.length && !taken; start += chunk) {
      const tried = candidates.slice(start, start + chunk).map((make) => make());
      const fails = await stillFails(tried);
      for (const [index, candidate] of tried.entries()) {
        if (!fails[index] || (taken && sizeOf(taken) <= sizeOf(candidate))) continue;
        taken = candidate;
        position = from + start + index;
      }
    }
    if (taken) {
      smallest = taken;
      barren = false;
      from = position;
    } else from = 0;
  }
  return smallest;
}

function sizeOf({ program }: Trial): number {
  return JSON.stringify(program).length;
}

/** The program without the marks of the builder. */
export function unmarked(program: ProgramState): ProgramState {
  const copy = structuredClone(program);
  for (const { block } of slots(copy)) delete block.data;
  return copy;
}
