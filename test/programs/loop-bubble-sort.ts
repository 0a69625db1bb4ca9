export async function main(): Promise<void> {
  const list: (number | undefined)[] = [3, 1, 2];
  for (const i of range(1, list.length)) {
    for (const j of range(1, list.length - i)) {
      if (Number(list[j - 1]) > Number(list[j])) {
        const temp = list[j - 1];
        list[j - 1] = list[j];
        list[j] = temp;
      }
    }
  }
  console.log(list);
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
