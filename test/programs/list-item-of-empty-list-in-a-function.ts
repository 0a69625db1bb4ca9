let a: undefined;

export async function main(): Promise<void> {
  console.log(f2());
}

function f2(): unknown[] {
  removeRandomItem(toList(a));
  return [];
}

function f1(): unknown {
  return ([] as unknown[]).slice(-1)[0];
}

/** The list itself, the letters of a text, or the properties of an object. */
function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string"
    ? value.split("")
    : Object.values(value ?? {});
}

/** Removes an item of the list, by chance, and gives it. */
function removeRandomItem<T>(list: T[]): T | undefined {
  return list.splice(Math.floor(Math.random() * list.length), 1)[0];
}
