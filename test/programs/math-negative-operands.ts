export async function main(): Promise<void> {
  let n = 2;
  n -= 5;
  console.log(n - -1);
  console.log(0 - -n);
  console.log(-(-3));
  console.log(-(-n));
  console.log((-2) ** 2);
  console.log((-n) ** 2);
  console.log(2 ** -1);
}
