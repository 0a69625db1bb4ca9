import Backendless from "backendless";

interface DeviceRegistration {
  /** The registration ID of the device, by channel name. */
  registrationId: Record<string, string>;
}

export async function main(deviceToken: string): Promise<void> {
  let registration: DeviceRegistration | undefined;
  let reason: string | undefined;
  for (let count = 0; count < 3; count++) {
    try {
      registration = await registerDevice(deviceToken, ["news"]);
      break;
    } catch (error) {
      reason = errorMessage(error);
    }
  }
  if (registration == null) {
    console.log(`failed: ${reason}`);
  } else {
    console.log(registration.registrationId.news);
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
