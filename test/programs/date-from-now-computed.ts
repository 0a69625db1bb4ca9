import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  let days = 3;
  days += 1;
  await Backendless.Messaging.registerDevice(
    deviceToken,
    ["ads"],
    daysFromNow(days * 2),
  );
}

/** The time that many days from now. */
function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000);
}
