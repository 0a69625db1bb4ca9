export async function main(): Promise<void> {
  console.log(shift("hello, world", 3));
}

function shift(text: string, by: number): string {
  const alphabet = "abcdefghijklmnopqrstuvwxyz";
  let result = "";
  for (const i of range(1, text.length)) {
    const place = alphabet.indexOf(text.charAt(i - 1)) + 1;
    if (place === 0) {
      result += text.charAt(i - 1);
    } else {
      result += alphabet.charAt((place + by - 1) % 26);
    }
  }
  return result;
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
