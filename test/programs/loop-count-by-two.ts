export async function main(): Promise<void> {
  for (let i = 1; i <= 10; i += 2) {
    console.log(i);
  }
}
