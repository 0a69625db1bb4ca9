export async function main(): Promise<void> {
  console.log((2 ** 3) ** 2);
  console.log(2 ** (3 ** 2));
  console.log(2 * 3 ** 2);
  console.log(10 ** (1 + 1));
}
