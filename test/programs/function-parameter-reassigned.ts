export async function main(): Promise<void> {
  console.log(countdown(2));
}

function countdown(n: number): number {
  while (n > 0) {
    console.log(n);
    n -= 1;
  }
  return n;
}
