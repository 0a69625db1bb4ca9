export async function main(): Promise<void> {
  console.log(total([1, 2]));
}

function total(prices: number[]): number {
  let sum = 0;
  for (const price of prices) {
    sum += price;
  }
  return sum;
}
