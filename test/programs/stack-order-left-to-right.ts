export async function main(): Promise<void> {
  console.log("first");
  console.log("second");
  console.log("third");
}
