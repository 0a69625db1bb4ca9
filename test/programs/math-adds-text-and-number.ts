export async function main(): Promise<void> {
  const label = "5";
  const sum = label + 1;
  console.log(sum);
  const product = Number(label) * 2;
  console.log(product);
}
