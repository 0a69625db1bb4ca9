import Backendless from "backendless";

try {
  await Backendless.Messaging.unregisterDevice();
} catch (error) {
  console.log(errorMessage(error));
}
try {
  throw new Error("no");
} catch (error) {
  console.log(errorMessage(error));
}

/** The message of an error, whatever was thrown. */
function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
