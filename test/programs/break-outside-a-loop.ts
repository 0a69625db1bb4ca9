export async function main(): Promise<void> {
  console.log("before");
  if (true) {
  }
  console.log("after");
}
