export async function main(): Promise<void> {
  const start = new Date("2027-01-31T09:00");
  console.log(addSeconds(start, 2));
  console.log(addMinutes(start, 2));
  console.log(addHours(start, 2));
  console.log(addDays(start, 2));
  console.log(addWeeks(start, 2));
}

/** The time that many seconds after a date. */
function addSeconds(date: Date, seconds: number): Date {
  return new Date(date.getTime() + seconds * 1000);
}

/** The time that many minutes after a date. */
function addMinutes(date: Date, minutes: number): Date {
  return new Date(date.getTime() + minutes * 60 * 1000);
}

/** The time that many hours after a date. */
function addHours(date: Date, hours: number): Date {
  return new Date(date.getTime() + hours * 60 * 60 * 1000);
}

/** The time that many days after a date. */
function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 24 * 60 * 60 * 1000);
}

/** The time that many weeks after a date. */
function addWeeks(date: Date, weeks: number): Date {
  return new Date(date.getTime() + weeks * 7 * 24 * 60 * 60 * 1000);
}
