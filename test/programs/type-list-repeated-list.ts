export async function main(): Promise<void> {
  const grid = repeat([0], 2);
  for (const row of grid) {
    row.push(1);
  }
  console.log(grid);
}

/** A list with one item as often as asked. */
function repeat<T>(item: T, times: number): T[] {
  const list: T[] = [];
  for (let index = 0; index < times; index++) list.push(item);
  return list;
}
