export async function main(): Promise<void> {
  for (let i = 1; i <= 10; i += 2) {
    if (i === 5) {
      continue;
    }
    console.log(i);
  }
}
