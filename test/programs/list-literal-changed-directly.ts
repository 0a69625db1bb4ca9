export async function main(): Promise<void> {
  ([1] as number[])[0] = 2;
  ([] as string[]).push("x");
  console.log([1, 2].pop());
}
