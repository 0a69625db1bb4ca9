export async function main(): Promise<void> {
  let x = 2;
  x += 1;
  console.log(Math.sqrt(x));
  console.log(Math.abs(x));
  console.log(-x);
  console.log(Math.log(x));
  console.log(Math.log(x) / Math.log(10));
  console.log(Math.exp(x));
  console.log(10 ** x);
}
