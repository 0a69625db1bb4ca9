export async function main(): Promise<void> {
  let anything: undefined;
  toList(anything).push("ads");
}

/** The list itself, the letters of a text, or the properties of an object. */
function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string"
    ? value.split("")
    : Object.values(value ?? {});
}
