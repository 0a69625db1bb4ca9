export async function main(): Promise<void> {
  console.log(sum([]));
  console.log(Math.min(...[]));
  console.log(Math.max(...[]));
  console.log(average([]));
  console.log(median([]));
  console.log(modes([] as unknown[]));
  console.log(standardDeviation([]));
  console.log(randomItem([] as unknown[]));
}

/** The sum of the numbers in a list. */
function sum(list: number[]): number {
  return list.reduce((total, value) => total + value, 0);
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

/** The items that a list holds most often. */
function modes<T>(list: T[]): T[] {
  const counts: { item: T; count: number }[] = [];
  for (const item of list) {
    const known = counts.find((each) => each.item === item);
    if (known) known.count++;
    else counts.push({ item, count: 1 });
  }
  const most = Math.max(...counts.map(({ count }) => count));
  return counts.filter(({ count }) => count === most).map(({ item }) => item);
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

/** An item of the list, by chance. */
function randomItem<T>(list: T[]): T | undefined {
  return list[Math.floor(Math.random() * list.length)];
}
