export async function main(): Promise<void> {
  let n = 0;
  n += 5;
  console.log(n);
}
