export async function main(): Promise<void> {
  console.log(secondsFromNow(2));
  console.log(minutesFromNow(2));
  console.log(hoursFromNow(2));
  console.log(daysFromNow(2));
  console.log(weeksFromNow(2));
}

/** The time that many seconds from now. */
function secondsFromNow(seconds: number): Date {
  return new Date(Date.now() + seconds * 1000);
}

/** The time that many minutes from now. */
function minutesFromNow(minutes: number): Date {
  return new Date(Date.now() + minutes * 60 * 1000);
}

/** The time that many hours from now. */
function hoursFromNow(hours: number): Date {
  return new Date(Date.now() + hours * 60 * 60 * 1000);
}

/** The time that many days from now. */
function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000);
}

/** The time that many weeks from now. */
function weeksFromNow(weeks: number): Date {
  return new Date(Date.now() + weeks * 7 * 24 * 60 * 60 * 1000);
}
