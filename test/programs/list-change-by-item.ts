export async function main(): Promise<void> {
  let total = 0;
  const prices = [1, 2];
  total += Number(prices[0]);
  console.log(total);
}
