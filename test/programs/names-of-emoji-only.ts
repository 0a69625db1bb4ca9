export async function main(): Promise<void> {
  const value = 1;
  const value2 = 2;
  const value3 = 3;
  const x = 4;
  const love = 5;
  const _1 = 6;
  console.log([value, value2, value3, x, love, _1]);
}
