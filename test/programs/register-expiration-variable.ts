import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  const ends = daysFromNow(7);
  await Backendless.Messaging.registerDevice(deviceToken, ["ads"], ends);
}

/** The time that many days from now. */
function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000);
}
