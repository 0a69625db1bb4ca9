export async function main(): Promise<void> {
  const prices = { tea: 2, coffee: 3 };
  console.log(sum(Object.values(prices)));
}

/** The sum of the numbers in a list. */
function sum(list: number[]): number {
  return list.reduce((total, value) => total + value, 0);
}
