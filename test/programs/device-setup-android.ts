import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  Backendless.setupDevice({
    uuid: "tablet-7",
    platform: "ANDROID",
    version: "15",
  });
  await Backendless.Messaging.registerDevice(deviceToken, ["ads"]);
}
