export async function main(): Promise<void> {
  for (let count = 0; count < 3; count++) {
    console.log("again");
  }
}
