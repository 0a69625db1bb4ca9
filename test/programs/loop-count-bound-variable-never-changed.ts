export async function main(): Promise<void> {
  let first = 2;
  first += 1;
  let last = 6;
  last += 1;
  for (const i of range(first, last)) {
    for (const j of range(i, last)) {
      console.log(i * j);
    }
  }
}

/** The numbers from one to another, up or down, in steps of this size. */
function* range(from: number, to: number, step = 1): Generator<number> {
  const change = from > to ? -Math.abs(step) : Math.abs(step);
  for (
    let value = from;
    change >= 0 ? value <= to : value >= to;
    value += change
  ) {
    yield value;
  }
}
