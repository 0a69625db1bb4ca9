import Backendless from "backendless";

export async function main(): Promise<void> {
  await Backendless.Messaging.publish("ads", "Half price today");
}
