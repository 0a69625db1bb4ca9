/** Helpers of the math and loop blocks. */

export const mathHelpers = {
  isPrime: `/** Whether a number is prime. */
function isPrime(n: number): boolean {
  if (!Number.isInteger(n) || n < 2) return false;
  for (let divisor = 2; divisor * divisor <= n; divisor++) {
    if (n % divisor === 0) return false;
  }
  return true;
}`,

  range: `/** The numbers from one to another, up or down, in steps of this size. */
function* range(from: number, to: number, step = 1): Generator<number> {
  const change = from > to ? -Math.abs(step) : Math.abs(step);
  for (
    let value = from;
    change >= 0 ? value <= to : value >= to;
    value += change
  ) {
    yield value;
  }
}`,

  randomInteger: `/** A whole number between the two, both included, by chance. */
function randomInteger(a: number, b: number): number {
  const low = Math.min(a, b);
  return Math.floor(Math.random() * (Math.max(a, b) - low + 1) + low);
}`,

  sum: `/** The sum of the numbers in a list. */
function sum(list: number[]): number {
  return list.reduce((total, value) => total + value, 0);
}`,

  average: `/** The mean of the numbers in a list. */
function average(list: number[]): number {
  return list.reduce((total, value) => total + value, 0) / list.length;
}`,

  averageOf: `/** The sum of the items of a list, whatever they are, by their number. */
function averageOf(
  list: unknown[],
  add: (a: unknown, b: unknown) => number | string,
): number {
  return Number(list.reduce<number | string>(add, 0)) / list.length;
}`,

  median: `/** The middle one of the numbers in a list. */
function median(list: unknown[]): number | null {
  const numbers = list
    .filter((value) => typeof value === "number")
    .sort((a, b) => b - a);
  const [upper, lower] = [
    numbers[Math.ceil(numbers.length / 2) - 1],
    numbers[Math.floor(numbers.length / 2)],
  ];
  if (upper === undefined || lower === undefined) return null;
  return numbers.length % 2 === 0 ? (upper + lower) / 2 : upper;
}`,

  modes: `/** The items that a list holds most often. */
function modes<T>(list: T[]): T[] {
  const counts: { item: T; count: number }[] = [];
  for (const item of list) {
    const known = counts.find((each) => each.item === item);
    if (known) known.count++;
    else counts.push({ item, count: 1 });
  }
  const most = Math.max(...counts.map(({ count }) => count));
  return counts.filter(({ count }) => count === most).map(({ item }) => item);
}`,

  standardDeviation: `/** How far the numbers in a list are spread about their mean. */
function standardDeviation(list: number[]): number | null {
  if (list.length === 0) return null;
  const mean = list.reduce((total, value) => total + value) / list.length;
  const squares = list.map((value) => (value - mean) ** 2);
  return Math.sqrt(
    squares.reduce((total, value) => total + value, 0) / list.length,
  );
}`,

  standardDeviationOf: `/** How far the items of a list, whatever they are, are spread about their mean. */
function standardDeviationOf(
  list: unknown[],
  add: (a: unknown, b: unknown) => unknown,
): number | null {
  if (list.length === 0) return null;
  const mean = Number(list.reduce(add)) / list.length;
  const squares = list.map((value) => (Number(value) - mean) ** 2);
  return Math.sqrt(
    squares.reduce((total, value) => total + value, 0) / list.length,
  );
}`,
};
