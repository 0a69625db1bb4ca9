export async function main(): Promise<void> {
  console.log(fib(10));
}

function fib(n: number): number {
  if (n < 2) {
    return n;
  }
  return fib(n - 1) + fib(n - 2);
}
