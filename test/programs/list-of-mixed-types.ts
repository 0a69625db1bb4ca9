export async function main(): Promise<void> {
  const mixed: (string | number | boolean | null)[] = [1, "two", true];
  for (const value of mixed) {
    console.log(value);
  }
  mixed.push(null);
  console.log(add(mixed[0], 1));
}

/** Adds numbers; joins the two if either is text. */
function add(a: unknown, b: unknown): number | string {
  const isNumeric = (value: unknown) =>
    typeof value !== "string" && (typeof value !== "object" || value === null);
  return isNumeric(a) && isNumeric(b) ? Number(a) + Number(b) : `${a}${b}`;
}
