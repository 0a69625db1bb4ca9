export async function main(): Promise<void> {
  for (let n of [1, 2]) {
    n += 10;
    console.log(n);
  }
}
