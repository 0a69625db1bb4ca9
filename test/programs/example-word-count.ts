export async function main(): Promise<void> {
  const words = "The cat and the dog and the bird".toLowerCase().split(" ");
  const seen: string[] = [];
  const counts: number[] = [];
  for (const word of words) {
    const place = seen.indexOf(word) + 1;
    if (place === 0) {
      seen.push(word);
      counts.push(1);
    } else {
      counts[place - 1] = Number(counts[place - 1]) + 1;
    }
  }
  for (const i of range(1, seen.length)) {
    console.log(`${seen[i - 1] ?? ""}: ${counts[i - 1] ?? ""}`);
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
