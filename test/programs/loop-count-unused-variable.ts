export async function main(): Promise<void> {
  for (let i = 1; i <= 3; i++) {
    console.log("again");
  }
}
