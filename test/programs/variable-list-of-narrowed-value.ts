export async function main(): Promise<void> {
  let b: number | undefined;
  const a = [[b]];
  b = 1;
  let c: (number | undefined)[] = [b];
  for (c of a) {
  }
}
