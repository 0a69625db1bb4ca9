export async function main(): Promise<void> {
  console.log(["a", "A"].sort((a, b) => -byTextIgnoringCase(a, b)));
  console.log([[1], 1].sort((a, b) => -byText(a, b)));
}

/** Sorts by the letters of the text, capital or not. */
function byTextIgnoringCase(a: unknown, b: unknown): number {
  return String(a).toLowerCase() > String(b).toLowerCase() ? 1 : -1;
}

/** Sorts by the letters of the text. */
function byText(a: unknown, b: unknown): number {
  return String(a) > String(b) ? 1 : -1;
}
