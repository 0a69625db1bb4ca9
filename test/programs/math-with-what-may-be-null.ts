export async function main(): Promise<void> {
  const sizes = [3, 1, 2];
  const spread = standardDeviation(sizes);
  for (const size of sizes) {
    if (size > average(sizes) + (spread ?? 0)) {
      console.log(size);
    }
  }
  const middle = median(sizes);
  console.log(Math.round(middle ?? 0));
  if (middle != null) {
    console.log(middle * 2);
  }
  console.log(Number(randomItem(sizes)) * 0);
  console.log(Math.max(...[spread, 2].map(Number)));
  console.log(Math.max(sizes.length, sum(sizes)));
  console.log(Math.min(4));
}

/** How far the numbers in a list are spread about their mean. */
function standardDeviation(list: number[]): number | null {
  if (list.length === 0) return null;
  const mean = list.reduce((total, value) => total + value) / list.length;
  const squares = list.map((value) => (value - mean) ** 2);
  return Math.sqrt(
    squares.reduce((total, value) => total + value, 0) / list.length,
  );
}

/** The mean of the numbers in a list. */
function average(list: number[]): number {
  return list.reduce((total, value) => total + value, 0) / list.length;
}

/** The middle one of the numbers in a list. */
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
}

/** An item of the list, by chance. */
function randomItem<T>(list: T[]): T | undefined {
  return list[Math.floor(Math.random() * list.length)];
}

/** The sum of the numbers in a list. */
function sum(list: number[]): number {
  return list.reduce((total, value) => total + value, 0);
}
