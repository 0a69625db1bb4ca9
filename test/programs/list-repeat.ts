export async function main(): Promise<void> {
  const row = repeat(0, 3);
  row[0] = 1;
  console.log(row);
  console.log(repeat("x", 2));
}

/** A list with one item as often as asked. */
function repeat<T>(item: T, times: number): T[] {
  const list: T[] = [];
  for (let index = 0; index < times; index++) list.push(item);
  return list;
}
