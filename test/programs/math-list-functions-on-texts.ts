export async function main(): Promise<void> {
  console.log(["1", "2", "4"].reduce<number | string>(add, 0));
  console.log(Math.min(...["1", "2", "4"].map(Number)));
  console.log(Math.max(...["1", "2", "4"].map(Number)));
  console.log(averageOf(["1", "2", "4"], add));
  console.log(median(["1", "2", "4"]));
  console.log(standardDeviationOf(["1", "2", "4"], add));
}

/** Adds numbers; joins the two if either is text. */
function add(a: unknown, b: unknown): number | string {
  const isNumeric = (value: unknown) =>
    typeof value !== "string" && (typeof value !== "object" || value === null);
  return isNumeric(a) && isNumeric(b) ? Number(a) + Number(b) : `${a}${b}`;
}

/** The sum of the items of a list, whatever they are, by their number. */
function averageOf(
  list: unknown[],
  add: (a: unknown, b: unknown) => number | string,
): number {
  return Number(list.reduce<number | string>(add, 0)) / list.length;
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

/** How far the items of a list, whatever they are, are spread about their mean. */
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
}
