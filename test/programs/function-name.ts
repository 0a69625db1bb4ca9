import Backendless from "backendless";

export async function subscribeToAds(deviceToken: string): Promise<void> {
  await Backendless.Messaging.registerDevice(deviceToken, ["ads"]);
}
