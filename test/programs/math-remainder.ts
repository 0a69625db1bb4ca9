export async function main(): Promise<void> {
  console.log(-7 % 3);
  const n = 17;
  console.log((n + 1) % (2 * 4));
}
