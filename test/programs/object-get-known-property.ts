export async function main(): Promise<void> {
  const sale = { title: "Sale", price: 5 };
  console.log(sale.title.length);
  console.log(sale.price * 2);
}
