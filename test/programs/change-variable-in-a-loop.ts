export async function main(): Promise<void> {
  let n: number | undefined;
  for (let count = 0; count < 3; count++) {
    n = (n ?? 0) + 2;
  }
  console.log(n);
}
