export async function main(): Promise<void> {
  console.log(firstSquareAbove(50));
}

function firstSquareAbove(limit: number): number {
  for (let i = 1; i <= 100; i++) {
    if (i * i > limit) {
      return i;
    }
  }
  return 0;
}
