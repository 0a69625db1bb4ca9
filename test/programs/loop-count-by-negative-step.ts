export async function main(): Promise<void> {
  for (let i = 10; i >= 1; i -= 3) {
    console.log(i);
  }
}
