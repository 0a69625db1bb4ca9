export async function main(): Promise<void> {
  let n = 1;
  n += 1;
  let value: string | number;
  if (n === 2) {
    value = 2;
  } else {
    value = "two";
  }
  console.log(Number(value) * 2);
  console.log(equals(value, 2));
  console.log(`${value}?`);
}

/** Whether two values of any kind are equal, with text and numbers compared by value. */
function equals(a: unknown, b: unknown): boolean {
  return a == b;
}
