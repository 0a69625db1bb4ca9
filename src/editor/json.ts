/**
 * Whether two values are the same JSON, whatever the order of the properties. Parts that both have in common are not
 * looked into, and chains may be of any length.
 */
export function sameJson(one: unknown, other: unknown): boolean {
  const open: [unknown, unknown][] = [[one, other]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    if (Array.isArray(a) !== Array.isArray(b)) return false;
    const parts = new Map<string, unknown>(Object.entries(b));
    const entries = Object.entries(a);
    if (entries.length !== parts.size) return false;
    for (const [name, part] of entries) {
      if (!parts.has(name)) return false;
      open.push([part, parts.get(name)]);
    }
  }
  return true;
}

/** A copy of JSON that shares nothing with it. */
export function copyJson<Value>(value: Value): Value {
  const copies = { value };
  /** Objects whose parts are still those of the original. */
  const open: object[] = [copies];
  for (let object = open.pop(); object; object = open.pop()) {
    for (const [name, part] of Object.entries(object)) {
      if (typeof part !== 'object' || part === null) continue;
      const copy: object = Array.isArray(part) ? [...part] : { ...part };
      Object.assign(object, { [name]: copy });
      open.push(copy);
    }
  }
  return copies.value;
}
