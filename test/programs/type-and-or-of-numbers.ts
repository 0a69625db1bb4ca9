export async function main(): Promise<void> {
  let a = 0;
  const b = 5;
  a += 0;
  console.log(a && b);
  console.log(a || b);
  const c = a || b;
  console.log(c + 1);
}
