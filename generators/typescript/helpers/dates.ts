/** Helpers of the date blocks: one function a unit. */

interface Unit {
  plural: string;
  milliseconds: string;
}

/** Units of time, with what a number of them is in milliseconds. */
export const units: Record<string, Unit> = {
  SECONDS: { plural: 'seconds', milliseconds: '1000' },
  MINUTES: { plural: 'minutes', milliseconds: '60 * 1000' },
  HOURS: { plural: 'hours', milliseconds: '60 * 60 * 1000' },
  DAYS: { plural: 'days', milliseconds: '24 * 60 * 60 * 1000' },
  WEEKS: { plural: 'weeks', milliseconds: '7 * 24 * 60 * 60 * 1000' },
};

const defaultUnit: Unit = { plural: 'days', milliseconds: '24 * 60 * 60 * 1000' };

/** `daysFromNow` and its like. */
export function fromNowHelper({ plural, milliseconds }: Unit = defaultUnit): { name: string; source: string } {
  const name = `${plural}FromNow`;
  const source = `/** The time that many ${plural} from now. */
function ${name}(${plural}: number): Date {
  return new Date(Date.now() + ${plural} * ${milliseconds});
}`;
  return { name, source };
}

/** `addDays` and its like. */
export function addHelper({ plural, milliseconds }: Unit = defaultUnit): { name: string; source: string } {
  const name = `add${plural.charAt(0).toUpperCase()}${plural.slice(1)}`;
  const source = `/** The time that many ${plural} after a date. */
function ${name}(date: Date, ${plural}: number): Date {
  return new Date(date.getTime() + ${plural} * ${milliseconds});
}`;
  return { name, source };
}

export const dateHelpers = {
  toDate: `/** The date that a value is or stands for; an invalid one if it is none. */
function toDate(value: unknown): Date {
  return value instanceof Date ? value : new Date(String(value));
}`,
};
