export async function main(): Promise<void> {
  const sale: { price: string | number } = { price: 5 };
  sale.price = "free";
  console.log(sale.price);
}
