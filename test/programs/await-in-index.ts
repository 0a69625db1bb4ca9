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
  const names = ["a", "b"];
  console.log(names[(await getRegistration()).channels.length - 1]);
  names[(await getRegistration()).channels.length - 1] = (
    await getRegistration()
  ).os;
}

/** What Backendless knows of this device. */
async function getRegistration(): Promise<DeviceInfo> {
  const devices = await Backendless.Messaging.getRegistrations();
  const [device] = devices as DeviceInfo[];
  if (!device) throw new Error("This device is not registered.");
  return device;
}
