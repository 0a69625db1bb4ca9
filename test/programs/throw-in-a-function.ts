export async function main(): Promise<void> {
  try {
    fail();
  } catch (error) {
    console.log(errorMessage(error));
  }
}

function fail(): void {
  throw new Error("no");
}

/** The message of an error, whatever was thrown. */
function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
