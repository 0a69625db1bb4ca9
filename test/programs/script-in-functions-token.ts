import Backendless from "backendless";

declare const deviceToken: string;

await subscribe(deviceToken);

async function subscribe(deviceToken: string): Promise<void> {
  await Backendless.Messaging.registerDevice(deviceToken, ["ads"]);
}
