export async function main(): Promise<void> {
  for (let i = 1; i <= 2; i++) {
    console.log(i);
  }
  for (let i = 5; i >= 4; i--) {
    console.log(i);
  }
}
