export async function main(): Promise<void> {
  let value: string | number = 1;
  console.log(add(value, 1));
  value = "one";
  console.log(lengthOf(value));
  console.log(`${value}!`);
}

/** Adds numbers; joins the two if either is text. */
function add(a: unknown, b: unknown): number | string {
  const isNumeric = (value: unknown) =>
    typeof value !== "string" && (typeof value !== "object" || value === null);
  return isNumeric(a) && isNumeric(b) ? Number(a) + Number(b) : `${a}${b}`;
}

/** The length of a text or a list. */
function lengthOf(value: unknown): number | undefined {
  return typeof value === "string" || Array.isArray(value)
    ? value.length
    : undefined;
}
