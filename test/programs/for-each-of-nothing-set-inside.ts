export async function main(): Promise<void> {
  let a: unknown;
  for (a of []) {
    a = 0;
  }
}
