export async function main(): Promise<void> {
  let range = 3;
  range += 1;
  const sum = [1, 2];
  const isPrime = 7;
  for (const i of range2(1, range)) {
    console.log(i);
  }
  console.log(sum2(sum));
  console.log(isPrime2(isPrime));
}

/** The numbers from one to another, up or down, in steps of this size. */
function* range2(from: number, to: number, step = 1): Generator<number> {
  const change = from > to ? -Math.abs(step) : Math.abs(step);
  for (
    let value = from;
    change >= 0 ? value <= to : value >= to;
    value += change
  ) {
    yield value;
  }
}

/** The sum of the numbers in a list. */
function sum2(list: number[]): number {
  return list.reduce((total, value) => total + value, 0);
}

/** Whether a number is prime. */
function isPrime2(n: number): boolean {
  if (!Number.isInteger(n) || n < 2) return false;
  for (let divisor = 2; divisor * divisor <= n; divisor++) {
    if (n % divisor === 0) return false;
  }
  return true;
}
