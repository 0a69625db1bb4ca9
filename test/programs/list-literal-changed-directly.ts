export async function main(): Promise<void> {
  [1][0] = 2;
  ([] as string[]).push("x");
  console.log([1, 2].pop());
}
