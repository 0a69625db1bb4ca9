export async function main(): Promise<void> {
  let n: string | number = 1;
  const step = "2";
  n = numberOrZero(n) + step;
  console.log(n);
}

/** A number; 0 in the place of anything else. */
function numberOrZero(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
