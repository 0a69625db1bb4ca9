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
  await move("ads", "discounts", deviceToken);
}

async function move(
  from: string,
  to: string,
  deviceToken: string,
): Promise<void> {
  const device = await getRegistration();
  const wanted: string[] = [];
  for (const channel of device.channels) {
    if (channel === from) {
      wanted.push(to);
    } else {
      wanted.push(channel);
    }
  }
  await Backendless.Messaging.unregisterDevice();
  await Backendless.Messaging.registerDevice(deviceToken, separable(wanted));
}

/** What Backendless knows of this device. */
async function getRegistration(): Promise<DeviceInfo> {
  const devices = await Backendless.Messaging.getRegistrations();
  const [device] = devices as DeviceInfo[];
  if (!device) throw new Error("This device is not registered.");
  return device;
}

/** The channels, if the service's answer will be able to tell their names apart. */
function separable(channels: string[]): string[] {
  const name = channels.find((channel) => /,|::/.test(channel));
  if (name === undefined) return channels;
  throw new Error(`The channel name "${name}" contains "," or "::".`);
}
