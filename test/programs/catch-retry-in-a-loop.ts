import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  let tries = 0;
  while (tries < 3) {
    try {
      await Backendless.Messaging.registerDevice(deviceToken, ["ads"]);
      break;
    } catch {
      tries += 1;
    }
  }
}
