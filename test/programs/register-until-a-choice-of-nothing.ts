import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  await Backendless.Messaging.registerDevice(
    deviceToken,
    undefined,
    toDate(true ? null : null),
  );
}

/** The date that a value is or stands for; an invalid one if it is none. */
function toDate(value: unknown): Date {
  return value instanceof Date ? value : new Date(String(value));
}
