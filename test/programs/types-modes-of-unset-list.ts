let a: unknown[] | undefined;

export async function main(): Promise<void> {
  a = modes(a ?? []);
  a = [([] as unknown[]).slice(-1)[0]];
}

function f1(): unknown[] {
  (a ?? []).splice(0, 0, "a");
  return [];
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
