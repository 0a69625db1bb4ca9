import Backendless from "backendless";

interface DeviceRegistration {
  /** The registration ID of the device, by channel name. */
  registrationId: Record<string, string>;
}

export async function main(deviceToken: string): Promise<void> {
  let registration: DeviceRegistration | null = null;
  try {
    registration = await registerDevice(deviceToken, ["news"]);
  } catch (error) {
    console.log(errorMessage(error));
  }
  console.log(registration?.registrationId.news);
  let channel: string | undefined;
  console.log(registration?.registrationId[channel ?? ""]);
  console.log(Object.keys(registration?.registrationId ?? {}).length);
  for (const [item, id] of Object.entries(registration?.registrationId ?? {})) {
    channel = item;
    console.log(id);
  }
  if (registration) {
    console.log(registration.registrationId.news);
    for (const [item2, id] of Object.entries(registration.registrationId)) {
      channel = item2;
      console.log(channel);
    }
  }
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

/** The message of an error, whatever was thrown. */
function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
