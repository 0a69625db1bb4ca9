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
  for (const x of [await os(), await os()]) {
    console.log(x);
  }
  console.log([await os()].join(","));
}

async function os(): Promise<string> {
  return (await getRegistration()).os;
}

/** What Backendless knows of this device. */
async function getRegistration(): Promise<DeviceInfo> {
  const devices = await Backendless.Messaging.getRegistrations();
  const [device] = devices as DeviceInfo[];
  if (!device) throw new Error("This device is not registered.");
  return device;
}
