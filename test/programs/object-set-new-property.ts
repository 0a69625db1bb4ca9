export async function main(): Promise<void> {
  const sale: { title: string; price?: number } = { title: "Sale" };
  sale.price = 5;
  console.log(sale.price);
  console.log(sale);
}
