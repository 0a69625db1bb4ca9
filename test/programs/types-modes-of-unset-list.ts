let a: unknown[] | undefined;

export async function main(): Promise<void> {
  a = modes(a ?? []);
  a = [([] as unknown[]).slice(-1)[0]];
}

function f1(): unknown[] {
  ((a ?? []) as unknown[]).splice(0, 0, "a");
  return [];
}

/** The items that a list holds most often. */
function modes<T>(list: T[]): T[] {
  const counts = new Map<T, number>();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts.keys()].filter((item) => counts.get(item) === most);
}
