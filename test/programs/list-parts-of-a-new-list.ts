export async function main(): Promise<void> {
  console.log(
    sliceList("a,b,c,d".split(","), { fromStart: 1 }, { fromEnd: 1 }),
  );
  console.log(sliceList([1, 2, 3], { fromEnd: 2 }));
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
