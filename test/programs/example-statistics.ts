export async function main(): Promise<void> {
  const data: number[] = [];
  for (let i = 1; i <= 10; i++) {
    data.push(i * i);
  }
  console.log(describe(data));
}

function describe(numbers: number[]): string {
  const mean = average(numbers);
  const spread = Math.max(...numbers) - Math.min(...numbers);
  return `mean ${Math.round(mean)}, spread ${spread}`;
}

/** The mean of the numbers in a list. */
function average(list: number[]): number {
  return list.reduce((total, value) => total + value, 0) / list.length;
}
