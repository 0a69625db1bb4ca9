export async function main(): Promise<void> {
  let n = 10;
  n += 5;
  n -= 5;
  n += 0.5;
  n += n * 2;
  console.log(n);
}
