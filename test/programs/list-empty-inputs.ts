export async function main(): Promise<void> {
  console.log(([] as unknown[])[0]);
  console.log(([] as unknown[]).indexOf("") + 1);
  console.log([].slice(0, 2));
  console.log([].sort(byNumber));
  console.log([].reverse());
  console.log("".split(""));
  console.log(repeat(null, 0));
  ([] as null[])[0] = null;
}

/** Sorts by value. */
function byNumber(a: unknown, b: unknown): number {
  return Number(a) - Number(b);
}

/** A list with one item as often as asked. */
function repeat<T>(item: T, times: number): T[] {
  const list: T[] = [];
  for (let index = 0; index < times; index++) list.push(item);
  return list;
}
