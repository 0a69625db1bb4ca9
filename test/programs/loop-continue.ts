export async function main(): Promise<void> {
  for (let i = 1; i <= 5; i++) {
    if (i === 3) {
      continue;
    }
    console.log(i);
  }
}
