export async function main(): Promise<void> {
  const n = 12345;
  console.log(String(n).toUpperCase());
  console.log(String(n).charAt(0));
  console.log(lengthOf(n));
}

/** The length of a text or a list. */
function lengthOf(value: unknown): number | undefined {
  return typeof value === "string" || Array.isArray(value)
    ? value.length
    : undefined;
}
