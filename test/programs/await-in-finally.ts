import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  try {
    await Backendless.Messaging.registerDevice(deviceToken, ["ads"]);
  } catch (error) {
    console.log(errorMessage(error));
  } finally {
    await Backendless.Messaging.unregisterDevice();
    console.log("gone");
  }
}

/** The message of an error, whatever was thrown. */
function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
