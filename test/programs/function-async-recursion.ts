import Backendless from "backendless";

export async function main(): Promise<void> {
  await tryToLeave(3);
}

async function tryToLeave(times: number): Promise<void> {
  if (times === 0) {
    return;
  }
  try {
    await Backendless.Messaging.unregisterDevice();
  } catch (error) {
    console.log(errorMessage(error));
    await tryToLeave(times - 1);
  }
}

/** The message of an error, whatever was thrown. */
function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
