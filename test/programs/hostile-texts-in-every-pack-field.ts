import Backendless from "backendless";

export async function main(): Promise<void> {
  Backendless.initApp('"; alert(1); "', "<\/script>");
  Backendless.setupDevice({
    uuid: "`${1}`",
    platform: "ANDROID",
    version: "\\",
  });
  await Backendless.Messaging.registerDevice('"+evil+"', ["a\nb"]);
  await Backendless.Messaging.publish(
    "<\/script>",
    "*/",
    new Backendless.PublishOptions({ headers: { '"': "\u2028" } }),
  );
  try {
    throw new Error("${evil}");
  } catch (error) {
    console.log(errorMessage(error));
  }
}

/** The message of an error, whatever was thrown. */
function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
