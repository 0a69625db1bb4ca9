export async function main(): Promise<void> {
  while (false) {
    console.log("never");
  }
  console.log("after");
}
