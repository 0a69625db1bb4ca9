import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  Backendless.initApp(
    "11111111-2222-3333-4444-555555555555",
    "66666666-7777-8888-9999-000000000000",
  );
  Backendless.setupDevice({
    uuid: "tablet-7",
    platform: "IOS",
    version: "18.1",
  });
  await Backendless.Messaging.registerDevice(deviceToken, ["ads"]);
}
