export async function main(): Promise<void> {
  first();
  second();
}

function first(): void {
  try {
    throw new Error("one");
  } catch (error) {
    console.log(errorMessage(error));
  }
}

function second(): void {
  try {
    throw new Error("two");
  } catch (error) {
    console.log(errorMessage(error));
  }
}

/** The message of an error, whatever was thrown. */
function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
