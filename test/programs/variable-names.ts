export async function main(): Promise<void> {
  const class2 = 1;
  const myCount = 2;
  const größe = 3;
  const main2 = 4;
  console.log([class2, myCount, größe, main2]);
}
