export async function main(): Promise<void> {
  for (const x of toList(make(1))) {
    console.log(x);
  }
  console.log(make(2));
}

function make(n: number): string | number[] {
  if (n === 1) {
    return [1];
  }
  return "none";
}

/** The list itself, the letters of a text, or the properties of an object. */
function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string"
    ? value.split("")
    : Object.values(value ?? {});
}
