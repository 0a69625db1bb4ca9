export async function main(): Promise<void> {
  console.log(factorial(5));
}

function factorial(n: number): number {
  if (n <= 1) {
    return 1;
  }
  return n * factorial(n - 1);
}
