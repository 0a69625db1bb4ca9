export async function main(): Promise<void> {
  const scores = [10, 9, 100];
  console.log(scores.slice().sort(byText));
}

/** Sorts by the letters of the text. */
function byText(a: unknown, b: unknown): number {
  return String(a) > String(b) ? 1 : -1;
}
