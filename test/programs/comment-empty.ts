export async function main(): Promise<void> {
  console.log("x");
  console.log("y");
}
