export async function main(): Promise<void> {
  let error: unknown;
  try {
    throw new Error("no");
  } catch (caught) {
    error = caught;
    console.log("failed");
  }
  console.log(errorMessage(error));
}

/** The message of an error, whatever was thrown. */
function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
