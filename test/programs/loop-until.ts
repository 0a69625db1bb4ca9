export async function main(): Promise<void> {
  let n = 0;
  while (!(n >= 3)) {
    n += 1;
  }
  console.log(n);
}
