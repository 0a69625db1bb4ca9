export async function main(): Promise<void> {
  const votes = ["a", "b", "a"];
  for (const winner of modes(votes)) {
    console.log(winner);
  }
}

/** The items that a list holds most often. */
function modes<T>(list: T[]): T[] {
  const counts = new Map<T, number>();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts.keys()].filter((item) => counts.get(item) === most);
}
