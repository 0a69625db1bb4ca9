export async function main(): Promise<void> {
  console.log(sumTo(4));
}

function sumTo(n: number): number {
  let total = 0;
  for (const i of range(1, n)) {
    total += i;
  }
  return total;
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
