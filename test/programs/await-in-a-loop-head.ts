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
  const times = (await getRegistration()).channels.length;
  for (let count = 0; count < times; count++) {
    console.log("channel");
  }
  for (const i of range(1, (await getRegistration()).channels.length)) {
    console.log(i);
  }
  for (const channel of (await getRegistration()).channels) {
    console.log(channel);
  }
}

/** What Backendless knows of this device. */
async function getRegistration(): Promise<DeviceInfo> {
  const devices = await Backendless.Messaging.getRegistrations();
  const [device] = devices as DeviceInfo[];
  if (!device) throw new Error("This device is not registered.");
  return device;
}

/** The numbers from one to another, up or down, in steps of this size. */
function* range(from: number, to: number, step = 1): Generator<number> {
  const change = from > to ? -Math.abs(step) : Math.abs(step);
  for (
    let value = from;
    change >= 0 ? value <= to : value >= to;
    value += change
  ) {
    yield value;
  }
}
