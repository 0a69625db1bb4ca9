export async function main(): Promise<void> {
  let n = 0;
  // not yet
  while (n < 2) {
    n += 1;
  }
}
