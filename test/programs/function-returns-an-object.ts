export async function main(): Promise<void> {
  const today = sale(5);
  console.log(today.price);
  console.log(today.price + 1);
}

function sale(price: number): { title: string; price: number } {
  return { title: "Sale", price };
}
