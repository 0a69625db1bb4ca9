import Backendless from "backendless";

export async function main(): Promise<void> {
  for (const channel of ["ads", "news"]) {
    await Backendless.Messaging.publish(channel, "Hello");
  }
}
