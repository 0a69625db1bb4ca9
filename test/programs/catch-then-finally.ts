export async function main(): Promise<void> {
  try {
    console.log("try");
    throw new Error("thrown");
  } catch (error) {
    console.log(errorMessage(error));
  } finally {
    console.log("finally");
  }
  console.log("after");
}

/** The message of an error, whatever was thrown. */
function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
