export async function main(): Promise<void> {
  console.log(median([1.7976931348623157e308]));
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
