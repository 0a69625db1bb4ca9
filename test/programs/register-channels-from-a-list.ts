import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  const topics = ["news", "sports"];
  await Backendless.Messaging.registerDevice(deviceToken, topics);
}
