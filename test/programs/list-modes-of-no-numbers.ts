export async function main(): Promise<void> {
  let d: number | undefined;
  d = (d ?? 0) + Number(d);
  for (d of modes([d, d, 1])) {
  }
  console.log(d);
}

/** The items that a list holds most often. */
function modes<T>(list: T[]): T[] {
  const counts: { item: T; count: number }[] = [];
  for (const item of list) {
    const known = counts.find((each) => each.item === item);
    if (known) known.count++;
    else counts.push({ item, count: 1 });
  }
  const most = Math.max(...counts.map(({ count }) => count));
  return counts.filter(({ count }) => count === most).map(({ item }) => item);
}
