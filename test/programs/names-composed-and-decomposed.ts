export async function main(): Promise<void> {
  const é = 1;
  const é2 = 2;
  console.log([é, é2]);
}
