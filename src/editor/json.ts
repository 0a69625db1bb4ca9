/**
 * Whether two values are the same JSON, whatever the order of the properties. Parts that both have in common are not
 * looked into, and chains may be of any length.
 */
export function sameJson(one: unknown, another: unknown): boolean {
  const open: [unknown, unknown][] = [[one, another]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    if (Array.isArray(a) !== Array.isArray(b)) return false;
    const names = Object.keys(a);
    if (names.length !== Object.keys(b).length) return false;
    // From the last one, so that the first is looked into first: what a block is, before what follows it.
    for (let index = names.length - 1; index >= 0; index--) {
      const name = names[index] ?? '';
      if (!Object.hasOwn(b, name)) return false;
      const [part, other]: unknown[] = [Reflect.get(a, name), Reflect.get(b, name)];
      if (part === other) continue;
      if (typeof part !== 'object') return false;
      open.push([part, other]);
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
