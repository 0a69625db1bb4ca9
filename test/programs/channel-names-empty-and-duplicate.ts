import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  await Backendless.Messaging.registerDevice(deviceToken, [
    "",
    " ",
    "ads",
    "ads",
  ]);
}
