export async function main(): Promise<void> {
  let a = 3;
  let b = 4;
  a += 1;
  b += 1;
  console.log(a === b);
  console.log(a !== b);
  console.log(a < b);
  console.log(a <= b);
  console.log(a > b);
  console.log(a >= b);
}
