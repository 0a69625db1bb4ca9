export async function main(): Promise<void> {
  let a: number | undefined = 0;
  let b: number | undefined;
  for (let count = 0; count < 0; count++) {
    const step: number = Number(a) > 0 ? -1 : 1;
    for (b = Number(a); step >= 0 ? b <= 0 : b >= 0; b += step) {
      a = b;
    }
  }
  console.log(b);
}
