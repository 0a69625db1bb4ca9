/** Which items of a list are in another one, in the same order. */

/** The longest row of places, in the one and in the other, that hold the same IDs. */
export function keptPairs(ids: readonly string[], others: readonly string[]): [index: number, other: number][] {
  const places = new Map(ids.map((id, index) => [id, index]));
  /** A row of places that goes up in both lists, from its end. */
  interface Row {
    index: number;
    other: number;
    before: Row | undefined;
  }
  /** Of the rows of each length, the one that ends first in the first list. */
  const rows: Row[] = [];
  for (const [other, id] of others.entries()) {
    const index = places.get(id);
    if (index === undefined) continue;
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.index ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    rows[low] = { index, other, before: rows[low - 1] };
  }
  const pairs: [number, number][] = [];
  for (let row = rows.at(-1); row; row = row.before) pairs.push([row.index, row.other]);
  return pairs.reverse();
}
