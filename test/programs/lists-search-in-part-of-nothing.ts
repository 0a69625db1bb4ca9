export async function main(): Promise<void> {
  const c = sliceList([] as unknown[], { fromStart: 0 }).indexOf(1) + 1;
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
