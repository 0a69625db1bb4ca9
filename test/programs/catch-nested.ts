export async function main(): Promise<void> {
  try {
    try {
      throw new Error("inner");
    } catch (error) {
      throw new Error(errorMessage(error));
    }
  } catch (error) {
    console.log(errorMessage(error));
  }
}

/** The message of an error, whatever was thrown. */
function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
