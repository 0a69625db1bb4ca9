export async function main(): Promise<void> {
  let a: number[] | undefined;
  for (a of [[], [1]]) {
  }
  console.log(a);
}
