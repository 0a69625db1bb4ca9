export async function main(): Promise<void> {
  let x: undefined;
  console.log(Number(x) + 1);
  console.log(Number(x) * 2);
  console.log(`x is ${x}`);
  console.log(x == null);
  console.log(Number(x) < 1);
}
