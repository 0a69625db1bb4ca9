export async function main(): Promise<void> {
  const sale = { shop: { city: "Kyiv" } };
  console.log(sale.shop.city);
  console.log(sale.shop.city);
}
