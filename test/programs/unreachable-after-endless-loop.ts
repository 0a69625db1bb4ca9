export async function main(): Promise<void> {
  while (true) {
    console.log("x");
    throw new Error("enough");
  }
  console.log("never");
}
