export async function main(): Promise<void> {
  const found = find(3);
  console.log(found);
  console.log(add(find(9), 1));
}

function find(n: number): string | number {
  if (n > 5) {
    return "big";
  }
  return n;
}

/** Adds numbers; joins the two if either is text. */
function add(a: unknown, b: unknown): number | string {
  const isNumeric = (value: unknown) =>
    typeof value !== "string" && (typeof value !== "object" || value === null);
  return isNumeric(a) && isNumeric(b) ? Number(a) + Number(b) : `${a}${b}`;
}
