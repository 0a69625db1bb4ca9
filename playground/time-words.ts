/** Moments in the past, as people say them. */
import type { Messages } from './messages.ts';

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 24 * 60 * 60 * 1000],
  ['hour', 60 * 60 * 1000],
  ['minute', 60 * 1000],
];

/** “3 minutes ago”, and after a week the date, in the language of the page. */
export function inWords(moment: number, { tag }: Messages, now: number = Date.now()): string {
  const past = now - moment;
  if (past > 7 * 24 * 60 * 60 * 1000) return dateInWords(moment, tag);
  const [unit, length] = units.find(([, span]) => past >= span) ?? ['second', 1000];
  const format = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  return format.format(-Math.floor(past / length), unit);
}

/** Date and time, to the minute. */
export function dateInWords(moment: number, tag: string): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(moment);
}
