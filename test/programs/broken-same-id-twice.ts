export async function main(): Promise<void> {
  console.log("a");
  console.log("b");
}
