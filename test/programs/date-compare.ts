export async function main(): Promise<void> {
  const soon = hoursFromNow(1);
  if (soon > new Date()) {
    console.log("still to come");
  }
}

/** The time that many hours from now. */
function hoursFromNow(hours: number): Date {
  return new Date(Date.now() + hours * 60 * 60 * 1000);
}
