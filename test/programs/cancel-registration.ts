import Backendless from "backendless";

interface DeviceInfo {
  deviceToken: string;
  deviceId: string;
  os: string;
  osVersion: string;
  channels: string[];
  expiration?: number;
}

export async function main(deviceToken: string): Promise<void> {
  await Backendless.Messaging.registerDevice(deviceToken, ["ads"]);
  await Backendless.Messaging.unregisterDevice();
  try {
    console.log(await getRegistration());
  } catch (error) {
    if (errorCode(error) === 5000) {
      console.log("not registered any more");
    }
  }
}

/** What Backendless knows of this device. */
async function getRegistration(): Promise<DeviceInfo> {
  const devices = await Backendless.Messaging.getRegistrations();
  const [device] = devices as DeviceInfo[];
  if (!device) throw new Error("This device is not registered.");
  return device;
}

/** The code of an error, if it has one. */
function errorCode(error: unknown): number | undefined {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === "number" ? code : undefined;
}
