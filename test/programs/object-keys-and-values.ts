export async function main(): Promise<void> {
  const sale = { title: "Sale", price: 5 };
  for (const key of Object.keys(sale)) {
    console.log(key);
  }
  for (const value of Object.values(sale)) {
    console.log(value);
  }
  console.log(Object.values(sale).length);
}
