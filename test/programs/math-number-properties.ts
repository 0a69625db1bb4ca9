export async function main(): Promise<void> {
  let n = 6;
  n += 1;
  console.log(n % 2 === 0);
  console.log(n % 2 === 1);
  console.log(isPrime(n));
  console.log(n % 1 === 0);
  console.log(n > 0);
  console.log(n < 0);
  console.log(n % 7 === 0);
}

/** Whether a number is prime. */
function isPrime(n: number): boolean {
  if (!Number.isInteger(n) || n < 2) return false;
  for (let divisor = 2; divisor * divisor <= n; divisor++) {
    if (n % divisor === 0) return false;
  }
  return true;
}
