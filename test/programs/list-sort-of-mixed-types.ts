export async function main(): Promise<void> {
  console.log([10, "9", 1].sort(byNumber));
  console.log([10, "9", 1].sort(byText));
}

/** Sorts by value. */
function byNumber(a: unknown, b: unknown): number {
  return Number(a) - Number(b);
}

/** Sorts by the letters of the text. */
function byText(a: unknown, b: unknown): number {
  return String(a) > String(b) ? 1 : -1;
}
