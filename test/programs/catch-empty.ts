import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  try {
    await Backendless.Messaging.registerDevice(deviceToken, ["ads"]);
  } catch {}
}
