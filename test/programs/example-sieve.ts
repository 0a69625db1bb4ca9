export async function main(): Promise<void> {
  const prime = repeat(true, 30);
  for (let n = 2; n <= 30; n++) {
    if (prime[n - 1]) {
      console.log(n);
      let multiple = n + n;
      while (multiple <= 30) {
        prime[multiple - 1] = false;
        multiple += n;
      }
    }
  }
}

/** A list with one item as often as asked. */
function repeat<T>(item: T, times: number): T[] {
  const list: T[] = [];
  for (let index = 0; index < times; index++) list.push(item);
  return list;
}
