export async function main(): Promise<void> {
  try {
  } catch {
    console.log("never");
  } finally {
    console.log("always");
  }
}
