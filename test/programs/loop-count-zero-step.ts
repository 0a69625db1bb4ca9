export async function main(): Promise<void> {
  let n = 0;
  for (let i = 1; i <= 3; i += 0) {
    n += 1;
    if (n > 2) {
      break;
    }
    console.log(i);
  }
}
