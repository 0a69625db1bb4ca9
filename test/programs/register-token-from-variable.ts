import Backendless from "backendless";

export async function main(): Promise<void> {
  const token = "ab";
  await Backendless.Messaging.registerDevice(token, ["ads"]);
}
