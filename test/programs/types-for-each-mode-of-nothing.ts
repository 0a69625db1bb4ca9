export async function main(): Promise<void> {
  let b: unknown[] | undefined;
  b = [b];
  let a: unknown = 0;
  for (a of modes([] as unknown[])) {
  }
}

/** The items that a list holds most often. */
function modes<T>(list: T[]): T[] {
  const counts = new Map<T, number>();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts.keys()].filter((item) => counts.get(item) === most);
}
