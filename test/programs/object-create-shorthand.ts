export async function main(): Promise<void> {
  const title = "Sale";
  const price = 5;
  console.log({ title, cost: price });
}
