export async function main(): Promise<void> {
  const prices = [10, 20];
  console.log(Number(prices[0]) + Number(prices[1]));
  console.log(Number(prices[0]) * 2);
}
