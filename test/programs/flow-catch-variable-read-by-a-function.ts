let error: unknown;

export async function main(): Promise<void> {
  try {
    throw new Error("shared");
  } catch (caught) {
    error = caught;
    report();
  }
}

function report(): void {
  console.log(errorMessage(error));
}

/** The message of an error, whatever was thrown. */
function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
