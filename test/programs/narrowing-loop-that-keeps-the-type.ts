export async function main(): Promise<void> {
  let best: number | null = null;
  best = 1;
  while (best < 100) {
    best = best * 2;
  }
  console.log(best);
}
