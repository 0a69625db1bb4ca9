export async function main(): Promise<void> {
  let n = 0;
  if (false) {
    n = 4;
  }
  n += 1;
  console.log(n);
}
