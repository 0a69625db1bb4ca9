export async function main(): Promise<void> {
  const names = ["bob", "Ann", "carl"];
  console.log(names.slice().sort());
  console.log(names.slice().sort(byTextIgnoringCase));
  console.log(names.slice().sort().reverse());
}

/** Sorts by the letters of the text, capital or not. */
function byTextIgnoringCase(a: unknown, b: unknown): number {
  return String(a).toLowerCase() > String(b).toLowerCase() ? 1 : -1;
}
