export async function main(): Promise<void> {
  let n = 1;
  while (n < 100) {
    n = n * 2;
  }
  console.log(n);
}
