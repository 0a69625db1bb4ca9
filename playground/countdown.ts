/** How long it is until a moment, in words. */

const steps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** The largest unit that there are two of, so that it counts down where one looks: `in 90 minutes`, `in 12 seconds`. */
export function timeUntil(moment: number, now: number, format: Intl.RelativeTimeFormat): string {
  const seconds = Math.max(0, Math.ceil((moment - now) / 1_000));
  for (const [unit, size] of steps) {
    if (seconds >= 2 * size) return format.format(Math.floor(seconds / size), unit);
  }
  return format.format(seconds, 'second');
}
