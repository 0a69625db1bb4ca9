import Backendless from "backendless";

interface DeviceRegistration {
  /** The registration ID of the device, by channel name. */
  registrationId: Record<string, string>;
}

export async function main(deviceToken: string): Promise<void> {
  let ids: string[] | null = null;
  let tries = 0;
  while (ids == null) {
    tries += 1;
    try {
      ids = Object.keys(
        (await registerDevice(deviceToken, ["news"])).registrationId,
      );
    } catch (error) {
      if (tries > 3) {
        console.log(`Given up: ${errorMessage(error)}`);
        break;
      }
    }
  }
  if (ids == null) {
    console.log("none");
  } else {
    console.log(ids.length);
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
