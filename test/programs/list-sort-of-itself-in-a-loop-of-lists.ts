export async function main(): Promise<void> {
  let a: (null | undefined)[] | undefined;
  while (false) {
    console.log(
      [a].sort(
        (
          a: (null | undefined)[] | undefined,
          b: (null | undefined)[] | undefined,
        ) => -byNumber(a, b),
      ),
    );
  }
  let b: undefined;
  a = [b, null];
}

/** Sorts by value. */
function byNumber(a: unknown, b: unknown): number {
  return Number(a) - Number(b);
}
