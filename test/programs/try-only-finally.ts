export async function main(): Promise<void> {
  try {
    console.log("a");
  } catch {
  } finally {
    console.log("b");
  }
}
