/** Orders by members that are text, by code units: the same everywhere. */
export function byKeys<K extends string>(...keys: K[]): (a: Record<K, string>, b: Record<K, string>) => number {
  return (a, b) => {
    for (const key of keys) {
      if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1;
    }
    return 0;
  };
}
