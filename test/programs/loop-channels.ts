import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  for (const channel of ["ads", "discount"]) {
    await Backendless.Messaging.registerDevice(deviceToken, [channel]);
    console.log(`Registered with ${channel}`);
  }
}
