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
  if (await isRegistered()) {
    console.log("yes");
  } else if (!(await isRegistered())) {
    console.log("no");
  }
  while (await isRegistered()) {
    await Backendless.Messaging.unregisterDevice();
  }
}

async function isRegistered(): Promise<boolean> {
  try {
    console.log(await getRegistration());
  } catch {
    if (true) {
      return false;
    }
  }
  return true;
}

/** What Backendless knows of this device. */
async function getRegistration(): Promise<DeviceInfo> {
  const devices = await Backendless.Messaging.getRegistrations();
  const [device] = devices as DeviceInfo[];
  if (!device) throw new Error("This device is not registered.");
  return device;
}
