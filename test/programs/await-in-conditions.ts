import Backendless from "backendless";

interface DeviceInfo {
  deviceToken: string;
  deviceId: string;
  os: string;
  osVersion: string;
  channels: string[];
  expiration?: number;
}

export async function main(): Promise<void> {
  if ((await getRegistration()).os === "IOS") {
    console.log("apple");
  }
  while ((await getRegistration()).os !== "IOS") {
    break;
  }
}

/** What Backendless knows of this device. */
async function getRegistration(): Promise<DeviceInfo> {
  const devices = await Backendless.Messaging.getRegistrations();
  const [device] = devices as DeviceInfo[];
  if (!device) throw new Error("This device is not registered.");
  return device;
}
