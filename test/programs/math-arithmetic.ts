export async function main(): Promise<void> {
  let a = 7;
  a += 1;
  console.log(a + 2);
  console.log(a - 2);
  console.log(a * 2);
  console.log(a / 2);
  console.log(a ** 2);
}
