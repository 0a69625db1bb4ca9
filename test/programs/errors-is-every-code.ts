import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  try {
    await Backendless.Messaging.registerDevice(deviceToken, ["ads"]);
  } catch (error) {
    if (errorCode(error) === 5004) {
      console.log("5004");
    }
    if (errorCode(error) === 8000) {
      console.log("8000");
    }
    if (errorCode(error) === 5000) {
      console.log("5000");
    }
    if (errorCode(error) === 5001) {
      console.log("5001");
    }
    if (errorCode(error) === 5002) {
      console.log("5002");
    }
    if (errorCode(error) === 2002) {
      console.log("2002");
    }
    if (errorCode(error) === 5007) {
      console.log("5007");
    }
    if (errorCode(error) === 5010) {
      console.log("5010");
    }
    if (errorCode(error) === 5044) {
      console.log("5044");
    }
  }
}

/** The code of an error, if it has one. */
function errorCode(error: unknown): number | undefined {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === "number" ? code : undefined;
}
