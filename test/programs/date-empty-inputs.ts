export async function main(): Promise<void> {
  console.log(new Date() < new Date());
  console.log(new Date().getFullYear());
  console.log(new Date().toISOString());
  console.log(addDays(new Date(), 0));
  console.log(hoursFromNow(0));
}

/** The time that many days after a date. */
function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 24 * 60 * 60 * 1000);
}

/** The time that many hours from now. */
function hoursFromNow(hours: number): Date {
  return new Date(Date.now() + hours * 60 * 60 * 1000);
}
