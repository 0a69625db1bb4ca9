/** Measuring ways to do the same thing, side by side in one process. */

/** How often each way is measured; the median counts. */
const rounds = 9;

/**
 * Milliseconds per call of each function: the median of several rounds in which they take turns, so that a busy
 * machine slows all of them alike. A round before these warms them up.
 *
 * @param atLeast Milliseconds for which each is called in a round, so that short calls are measured in bulk.
 */
export function measure(ways: readonly (() => void)[], atLeast = 30): number[] {
  const times = ways.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    ways.forEach((way, index) => {
      const time = timePerCall(way, atLeast);
      if (round > 0) times[index]?.push(time);
    });
  }
  return times.map(median);
}

function timePerCall(call: () => void, atLeast: number): number {
  const start = performance.now();
  let calls = 0;
  let elapsed = 0;
  while (elapsed < atLeast) {
    call();
    calls++;
    elapsed = performance.now() - start;
  }
  return elapsed / calls;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
