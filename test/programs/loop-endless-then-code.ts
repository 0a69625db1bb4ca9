export async function main(): Promise<void> {
  let n = 0;
  while (true) {
    n += 1;
    if (n > 2) {
      break;
    }
  }
  console.log(n);
}
