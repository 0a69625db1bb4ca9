import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  try {
    await Backendless.Messaging.registerDevice(
      deviceToken,
      ["ads"],
      addHours(new Date(), -1),
    );
  } catch (error) {
    if (errorCode(error) === 5004) {
      console.warn("That moment has passed.");
    } else {
      console.error(errorMessage(error));
    }
  }
}

/** The time that many hours after a date. */
function addHours(date: Date, hours: number): Date {
  return new Date(date.getTime() + hours * 60 * 60 * 1000);
}

/** The code of an error, if it has one. */
function errorCode(error: unknown): number | undefined {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === "number" ? code : undefined;
}

/** The message of an error, whatever was thrown. */
function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
