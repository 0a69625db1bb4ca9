let a: undefined;

export async function main(): Promise<void> {
  console.log(a);
}

function f2(): unknown[] {
  toList(a).shift();
  if (false) {
    return [null];
  }
  return [].slice(0);
}

/** The list itself, the letters of a text, or the properties of an object. */
function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string"
    ? value.split("")
    : Object.values(value ?? {});
}
