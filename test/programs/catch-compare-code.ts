import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  try {
    await Backendless.Messaging.registerDevice(deviceToken, ["ads"]);
  } catch (error) {
    const code = errorCode(error);
    if (code === 5004) {
      console.log("past");
    } else if (Number(code) >= 8000) {
      console.log("too long");
    }
  }
}

/** The code of an error, if it has one. */
function errorCode(error: unknown): number | undefined {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === "number" ? code : undefined;
}
