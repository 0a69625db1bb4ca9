export async function main(): Promise<void> {
  const x = null;
  console.log(Number(x) + 1);
  console.log(Number(x) * 2);
  console.log(Number(x) < 1);
}
