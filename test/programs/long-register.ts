import Backendless from "backendless";

interface DeviceRegistration {
  /** The registration ID of the device, by channel name. */
  registrationId: Record<string, string>;
}

export async function main(deviceToken: string): Promise<void> {
  const expiration = addWeeks(new Date("2027-01-31T09:00"), 12);
  const registration = await registerDevice(
    deviceToken,
    ["advertisements", "discounts", "announcements", "sports"],
    expiration,
  );
  console.log(registration.registrationId.advertisements);
}

/** The time that many weeks after a date. */
function addWeeks(date: Date, weeks: number): Date {
  return new Date(date.getTime() + weeks * 7 * 24 * 60 * 60 * 1000);
}

/** Registers the device and maps each channel to its registration ID. */
async function registerDevice(
  deviceToken: string,
  channels?: string[],
  expiration?: Date,
): Promise<DeviceRegistration> {
  const { registrationId } = (await Backendless.Messaging.registerDevice(
    deviceToken,
    channels,
    expiration,
  )) as { registrationId: string };
  const entries = registrationId.split(",").map((entry): [string, string] => {
    const [id = "", channel = ""] = entry.split("::");
    return [channel, id];
  });
  return { registrationId: Object.fromEntries(entries) };
}
