export async function main(): Promise<void> {
  for (let count = 0; count < 2; count++) {
    console.log("x");
  }
}
