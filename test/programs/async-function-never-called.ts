import Backendless from "backendless";

export async function main(): Promise<void> {
  console.log("stay");
}

async function leave(): Promise<void> {
  await Backendless.Messaging.unregisterDevice();
}
