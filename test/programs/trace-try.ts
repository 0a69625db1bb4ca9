declare function __trace(blockId: string): void;
declare function __trace<T>(blockId: string, promise: T): T;

export async function main(): Promise<void> {
  __trace("errors_try-1");
  try {
    __trace("errors_throw-1");
    throw new Error("no");
  } catch (error) {
    __trace("console_print-1");
    console.log(errorMessage(error));
  } finally {
    __trace("console_print-2");
    console.log("done");
  }
}

/** The message of an error, whatever was thrown. */
function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
