export async function main(): Promise<void> {
  let n = 0;
  let result: number;
  while (true) {
    n += 1;
    if (n === 3) {
      result = n;
      break;
    }
  }
  console.log(result);
}
