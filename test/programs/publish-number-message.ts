import Backendless from "backendless";

export async function main(): Promise<void> {
  const n = 5;
  await Backendless.Messaging.publish("ads", String(n));
}
