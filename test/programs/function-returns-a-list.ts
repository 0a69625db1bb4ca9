export async function main(): Promise<void> {
  for (const i of range(3)) {
    console.log(i);
  }
}

function range(n: number): number[] {
  const list: number[] = [];
  for (const i of range2(1, n)) {
    list.push(i);
  }
  return list;
}

/** The numbers from one to another, up or down, in steps of this size. */
function* range2(from: number, to: number, step = 1): Generator<number> {
  const change = from > to ? -Math.abs(step) : Math.abs(step);
  for (
    let value = from;
    change >= 0 ? value <= to : value >= to;
    value += change
  ) {
    yield value;
  }
}
