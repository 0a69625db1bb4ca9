import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  await Backendless.Messaging.registerDevice(
    deviceToken,
    ["ads"],
    (true ? daysFromNow(1) : null) ?? undefined,
  );
}

/** The time that many days from now. */
function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000);
}
