export async function main(): Promise<void> {
  const text = "a b c d";
  console.log(sliceList(text.split(" "), { fromEnd: 3 }, { fromEnd: 1 }));
  console.log(sliceList(text.split(" "), { fromEnd: 4 }, { fromEnd: 2 }));
  console.log("a".split(" ").slice(0, -1));
  console.log(text.split(" ").slice(-2));
}

/** The part of a list between two places, counted from its start or its end. */
function sliceList<T>(
  list: T[],
  start: { fromStart?: number; fromEnd?: number },
  end: { fromStart?: number; fromEnd?: number } = { fromEnd: 0 },
): T[] {
  const [first, last] = [start, end].map(({ fromStart = 0, fromEnd }) =>
    fromEnd === undefined ? fromStart : list.length - fromEnd,
  );
  return list.slice(first, last);
}
