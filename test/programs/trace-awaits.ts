import Backendless from "backendless";

interface DeviceRegistration {
  /** The registration ID of the device, by channel name. */
  registrationId: Record<string, string>;
}

declare function __trace(blockId: string): void;
declare function __trace<T>(blockId: string, promise: T): T;

export async function main(deviceToken: string): Promise<void> {
  __trace("device_register-1");
  await __trace(
    "device_register-1",
    Backendless.Messaging.registerDevice(deviceToken, ["ads"]),
  );
  __trace("variables_set-1");
  const r = await __trace(
    "device_register-2",
    registerDevice(deviceToken, ["news"]),
  );
  __trace("console_print-1");
  console.log(r.registrationId.news);
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
