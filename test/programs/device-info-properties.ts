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
  const device = await getRegistration();
  console.log(device.deviceToken);
  console.log(device.osVersion);
  for (const channel of device.channels) {
    console.log(channel);
  }
  console.log(device.expiration);
  console.log(Object.hasOwn(device, "expiration"));
  console.log(Object.keys(device));
}

/** What Backendless knows of this device. */
async function getRegistration(): Promise<DeviceInfo> {
  const devices = await Backendless.Messaging.getRegistrations();
  const [device] = devices as DeviceInfo[];
  if (!device) throw new Error("This device is not registered.");
  return device;
}
