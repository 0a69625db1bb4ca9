export async function main(): Promise<void> {
  // all of it
  try {
    // try
    console.log("a");
  } catch {
    // catch
    console.log("b");
  } finally {
    // finally
    console.log("c");
  }
}
