export async function main(): Promise<void> {
  const primes: number[] = [];
  for (let n = 1; n <= 30; n++) {
    if (isPrime(n)) {
      primes.push(n);
    }
  }
  console.log(primes);
}

/** Whether a number is prime. */
function isPrime(n: number): boolean {
  if (!Number.isInteger(n) || n < 2) return false;
  for (let divisor = 2; divisor * divisor <= n; divisor++) {
    if (n % divisor === 0) return false;
  }
  return true;
}
