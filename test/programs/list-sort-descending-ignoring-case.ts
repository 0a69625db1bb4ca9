export async function main(): Promise<void> {
  console.log(["b", "A", "c"].sort((a, b) => -byTextIgnoringCase(a, b)));
}

/** Sorts by the letters of the text, capital or not. */
function byTextIgnoringCase(a: unknown, b: unknown): number {
  return String(a).toLowerCase() > String(b).toLowerCase() ? 1 : -1;
}
