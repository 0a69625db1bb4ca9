export async function main(): Promise<void> {
  for (let i = 1; i <= 9; i++) {
    if (i === 3) {
      i = 7;
    }
    console.log(i);
  }
}
