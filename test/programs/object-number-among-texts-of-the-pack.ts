import Backendless from "backendless";

interface DeviceRegistration {
  /** The registration ID of the device, by channel name. */
  registrationId: Record<string, string>;
}

interface DeviceInfo {
  deviceToken: string;
  deviceId: string;
  os: string;
  osVersion: string;
  channels: string[];
  expiration?: number;
}

export async function main(deviceToken: string): Promise<void> {
  const device = await getRegistration();
  device.channels.push("ads");
  (device.channels as (string | number)[]).push(5);
  const registration = await registerDevice(deviceToken);
  registration.registrationId.ads = "an ID";
  setProperty(registration, "registrationId.ads", 6);
  console.log(registration);
}

/** What Backendless knows of this device. */
async function getRegistration(): Promise<DeviceInfo> {
  const devices = await Backendless.Messaging.getRegistrations();
  const [device] = devices as DeviceInfo[];
  if (!device) throw new Error("This device is not registered.");
  return device;
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

/** Sets the value at a path such as "address.city", making the objects on the way. */
function setProperty(target: unknown, path: string, value: unknown): void {
  if (typeof target !== "object" || target === null) {
    throw new TypeError("Only an object has properties.");
  }
  const [key = "", ...rest] = path.split(".");
  let next = value;
  if (rest.length > 0) {
    const inner: unknown = Object.getOwnPropertyDescriptor(target, key)?.value;
    next = typeof inner === "object" && inner !== null ? inner : {};
    setProperty(next, rest.join("."), value);
  }
  Object.defineProperty(target, key, {
    value: next,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
