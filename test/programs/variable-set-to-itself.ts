export async function main(): Promise<void> {
  let n = 1;
  n = n;
  let m: undefined;
  m = m;
  console.log(n);
  console.log(m);
}
