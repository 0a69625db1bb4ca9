export async function main(): Promise<void> {
  console.log(100 / 10 / 2);
  console.log(100 / (10 / 2));
  console.log((100 / 10) * 2);
  console.log((3 * 4) / 6);
  console.log(3 * 4 * 5);
  console.log((7 * 3) % 4);
  console.log(1 + 2 + 3);
  console.log(9 - (2 + 3));
}
