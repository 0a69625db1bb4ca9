export async function main(): Promise<void> {
  console.log(size([1]));
  console.log(size("four"));
}

function size(value: string | number[]): number | undefined {
  return lengthOf(value);
}

/** The length of a text or a list. */
function lengthOf(value: unknown): number | undefined {
  return typeof value === "string" || Array.isArray(value)
    ? value.length
    : undefined;
}
