export async function main(): Promise<void> {
  let a: string | undefined = "a";
  for (let count = 0; count < 1; count++) {
    a = [a]
      .sort((a: string | undefined, b: string | undefined) => -byText(a, b))
      .splice(-1, 1)[0];
  }
}

/** Sorts by the letters of the text. */
function byText(a: unknown, b: unknown): number {
  return String(a) > String(b) ? 1 : -1;
}
