export async function main(): Promise<void> {
  if (true) {
    throw new Error("stop");
  }
  console.log("after");
}
