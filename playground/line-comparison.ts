/** What differs between two texts, line by line. */

/** Lines one behind the other that are in both texts, or in one of them. */
export interface LineRun {
  kind: 'same' | 'removed' | 'added';
  lines: string[];
}

/** Above this many pairs of lines, the middle is shown as removed and added as a whole. */
const mostPairs = 4_000_000;

/** Compares two texts by a longest common subsequence of their lines. `added` lines are those of `after` alone. */
export function compareLines(before: string, after: string): LineRun[] {
  const old = before.split('\n');
  const now = after.split('\n');
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const runs = new Runs();
  for (const line of old.slice(0, head)) runs.add('same', line);
  compareMiddle(old.slice(head, old.length - tail), now.slice(head, now.length - tail), runs);
  for (const line of old.slice(old.length - tail)) runs.add('same', line);
  return runs.all;
}

class Runs {
  readonly all: LineRun[] = [];

  add(kind: LineRun['kind'], line: string): void {
    const last = this.all.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else this.all.push({ kind, lines: [line] });
  }
}

function compareMiddle(old: readonly string[], now: readonly string[], runs: Runs): void {
  const columns = now.length + 1;
  // The length of the longest common subsequence from each pair of places on.
  const common = old.length * now.length > mostPairs ? undefined : new Uint32Array((old.length + 1) * columns);
  const at = (i: number, j: number): number => common?.[i * columns + j] ?? 0;
  if (common) {
    for (let i = old.length - 1; i >= 0; i -= 1) {
      for (let j = now.length - 1; j >= 0; j -= 1) {
        common[i * columns + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      }
    }
  }
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const one = old[i];
    const other = now[j];
    if (common && one !== undefined && one === other) {
      runs.add('same', one);
      i += 1;
      j += 1;
    } else if (one !== undefined && (other === undefined || at(i + 1, j) >= at(i, j + 1))) {
      runs.add('removed', one);
      i += 1;
    } else if (other !== undefined) {
      runs.add('added', other);
      j += 1;
    }
  }
}
