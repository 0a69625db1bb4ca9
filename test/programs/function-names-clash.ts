import Backendless from "backendless";

interface DeviceRegistration {
  /** The registration ID of the device, by channel name. */
  registrationId: Record<string, string>;
}

export async function main(deviceToken: string): Promise<void> {
  Greet();
  registerDevice();
  registerDevice2();
  console.log(await registerDevice3(deviceToken, ["ads"]));
}

function Greet(): void {
  console.log("one");
}

function registerDevice(): void {
  console.log("mine");
}

function registerDevice2(): void {
  console.log("mine too");
}

/** Registers the device and maps each channel to its registration ID. */
async function registerDevice3(
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
