import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  await Backendless.Messaging.registerDevice(
    deviceToken,
    ["ads"],
    new Date("2001-01-31T09:00"),
  );
  await Backendless.Messaging.registerDevice(
    deviceToken,
    ["ads"],
    new Date("2101-01-31T09:00"),
  );
}
