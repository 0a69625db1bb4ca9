import Backendless from "backendless";

export async function main(): Promise<void> {
  await Backendless.Messaging.registerDevice("a-token-of-its-own", ["ads"]);
}
