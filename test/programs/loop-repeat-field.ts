export async function main(): Promise<void> {
  for (let count = 0; count < 4; count++) {
    console.log("again");
  }
}
