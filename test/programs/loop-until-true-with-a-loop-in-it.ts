export async function main(): Promise<void> {
  let c: number | undefined;
  while (!true) {
    for (c of [1]) {
    }
  }
  console.log(c);
}
