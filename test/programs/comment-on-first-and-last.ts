export async function main(): Promise<void> {
  // first
  let a = 1;
  console.log(a);
  // last
  a = 2;
}
