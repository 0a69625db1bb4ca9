import Backendless from "backendless";

export async function main(): Promise<void> {
  await Backendless.Messaging.unregisterDevice();
}
