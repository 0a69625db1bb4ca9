export async function main(): Promise<void> {
  let step = 2;
  step += 1;
  for (const i of range(1, 10, step)) {
    console.log(i);
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
