export async function main(): Promise<void> {
  console.log(0 === 0);
  console.log(daysFromNow(1));
}

/** The time that many days from now. */
function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000);
}
