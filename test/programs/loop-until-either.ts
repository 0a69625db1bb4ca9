export async function main(): Promise<void> {
  let n = 0;
  let done = false;
  while (!(done || n > 9)) {
    n += 4;
    done = n === 8;
  }
  console.log(n);
}
