/** Helpers for values whose type is only known when the program runs. */

export const valueHelpers = {
  equals: `/** Whether two values of any kind are equal, with text and numbers compared by value. */
function equals(a: unknown, b: unknown): boolean {
  return a == b;
}`,

  compare: `/** Compares two texts by their letters and anything else as numbers: below, at or above 0. */
function compare(a: unknown, b: unknown): number {
  const [x, y] = [a, b].map((value) =>
    Array.isArray(value) ? String(value) : value,
  );
  const [left, right] = [Number(x), Number(y)];
  if (typeof x === "string" && typeof y === "string") {
    return x < y ? -1 : Number(x > y);
  }
  return left < right ? -1 : left > right ? 1 : left === right ? 0 : NaN;
}`,

  textIfAny: `/** The text of a value, if there is one. */
function textIfAny(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value);
}`,

  numberIfAny: `/** The number that a value stands for, if there is one. */
function numberIfAny(value: unknown): number | undefined {
  return value === undefined ? undefined : Number(value);
}`,

  numberOrZero: `/** A number; 0 in the place of anything else. */
function numberOrZero(value: unknown): number {
  return typeof value === "number" ? value : 0;
}`,

  add: `/** Adds numbers; joins the two if either is text. */
function add(a: unknown, b: unknown): number | string {
  const isNumeric = (value: unknown) =>
    typeof value !== "string" && (typeof value !== "object" || value === null);
  return isNumeric(a) && isNumeric(b) ? Number(a) + Number(b) : \`\${a}\${b}\`;
}`,
};
