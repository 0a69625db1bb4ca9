import Backendless from "backendless";

interface DeviceRegistration {
  /** The registration ID of the device, by channel name. */
  registrationId: Record<string, string>;
}

export async function main(deviceToken: string): Promise<void> {
  // What this device wants to hear about
  const topics = ["news", "sports", "weather"];
  try {
    const registration = await registerDevice(
      deviceToken,
      separable(topics),
      daysFromNow(30),
    );
    for (const [channel, id] of Object.entries(registration.registrationId)) {
      console.log(`${channel} → ${id}`);
    }
    console.log(
      `Registered with ${Object.keys(registration.registrationId).length} channels`,
    );
  } catch (error) {
    if (errorCode(error) === 5004) {
      console.warn("The expiration has passed.");
    } else if (errorCode(error) === 8000) {
      console.warn("A name is too long.");
    } else {
      console.error(`Error ${errorCode(error) ?? ""}: ${errorMessage(error)}`);
    }
  }
}

/** The channels, if the service's answer will be able to tell their names apart. */
function separable(channels: string[]): string[] {
  const name = channels.find((channel) => /,|::/.test(channel));
  if (name === undefined) return channels;
  throw new Error(`The channel name "${name}" contains "," or "::".`);
}

/** The time that many days from now. */
function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000);
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

/** The code of an error, if it has one. */
function errorCode(error: unknown): number | undefined {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === "number" ? code : undefined;
}

/** The message of an error, whatever was thrown. */
function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
