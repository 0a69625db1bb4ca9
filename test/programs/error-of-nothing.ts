export async function main(): Promise<void> {
  let error: undefined;
  console.log(errorCode(error));
  console.log(errorMessage(error));
  console.log(errorCode(null) === 5004);
}

/** The code of an error, if it has one. */
function errorCode(error: unknown): number | undefined {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === "number" ? code : undefined;
}

/** The message of an error, whatever was thrown. */
function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
