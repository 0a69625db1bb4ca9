export async function main(): Promise<void> {
  const aAlert1 = 1;
  const x = 2;
  const $X = 3;
  const script = 4;
  const aB = 5;
  const quoted = 6;
  const value = 7;
  const value2 = 8;
  const value3 = 9;
  console.log([aAlert1, x, $X, script, aB, quoted, value, value2, value3]);
}
