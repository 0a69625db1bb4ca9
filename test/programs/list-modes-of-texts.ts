export async function main(): Promise<void> {
  const votes = ["a", "b", "a"];
  for (const winner of modes(votes)) {
    console.log(winner);
  }
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
