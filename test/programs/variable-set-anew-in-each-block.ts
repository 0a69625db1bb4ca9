import Backendless from "backendless";

interface DeviceRegistration {
  /** The registration ID of the device, by channel name. */
  registrationId: Record<string, string>;
}

export async function main(deviceToken: string): Promise<void> {
  const list = [1, 2];
  let total = 0;
  for (const x of list) {
    const double = x * 2;
    console.log(double);
  }
  for (const x of list) {
    let double = x * 3;
    double += 1;
    console.log(double);
  }
  if (list.length > 1) {
    const message = "many";
    console.log(message);
  } else {
    const message = "few";
    console.log(message);
  }
  try {
    const result = await registerDevice(deviceToken, ["a"]);
    console.log(result.registrationId.a);
  } catch (error) {
    console.log(errorMessage(error));
  }
  try {
    const result = await registerDevice(deviceToken, ["b"]);
    console.log(result.registrationId.b);
  } catch (error) {
    console.log(errorMessage(error));
  }
  for (let count = 0; count < 2; count++) {
    for (let count2 = 0; count2 < 2; count2++) {
      const inner = 1;
      console.log(inner);
    }
    for (let count2 = 0; count2 < 2; count2++) {
      const inner = 2;
      console.log(inner);
    }
  }
  for (let count = 0; count < 2; count++) {
    for (const inner of list) {
      console.log(inner);
    }
  }
  while (total < 3) {
    const step = 1;
    total += step;
  }
  while (total < 6) {
    const step = 2;
    total += step;
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
