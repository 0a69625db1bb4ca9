export async function main(): Promise<void> {
  console.log("a");
  console.warn("b");
  console.error("c");
  console.warn("");
}
