import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  await Backendless.Messaging.registerDevice(
    deviceToken,
    ["ads"],
    daysFromNow(-1),
  );
  await Backendless.Messaging.registerDevice(
    deviceToken,
    ["ads"],
    hoursFromNow(0),
  );
}

/** The time that many days from now. */
function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000);
}

/** The time that many hours from now. */
function hoursFromNow(hours: number): Date {
  return new Date(Date.now() + hours * 60 * 60 * 1000);
}
