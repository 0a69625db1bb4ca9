export async function main(): Promise<void> {
  for (let i = 2; i <= 2; i++) {
    console.log(i);
  }
}
