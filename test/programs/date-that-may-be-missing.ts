import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  let expiration: Date | null = null;
  if (new Date().getHours() < 12) {
    expiration = hoursFromNow(12);
  }
  await Backendless.Messaging.registerDevice(
    deviceToken,
    ["news"],
    expiration ?? undefined,
  );
  if (expiration) {
    console.log(expiration.toISOString());
  }
  console.log(new Date(expiration ?? NaN).getFullYear());
}

/** The time that many hours from now. */
function hoursFromNow(hours: number): Date {
  return new Date(Date.now() + hours * 60 * 60 * 1000);
}
