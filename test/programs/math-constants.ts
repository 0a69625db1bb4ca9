export async function main(): Promise<void> {
  console.log(Math.PI);
  console.log(Math.E);
  console.log((1 + Math.sqrt(5)) / 2);
  console.log(Math.SQRT2);
  console.log(Math.SQRT1_2);
  console.log(Infinity);
}
