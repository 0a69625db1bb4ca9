export async function main(): Promise<void> {
  console.log(Number(1) === 2);
  console.log(1 + 2);
  console.log(NaN);
  console.log(true);
  console.log(Math.PI);
}
