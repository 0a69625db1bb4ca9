export async function main(): Promise<void> {
  let n: string | number = "5";
  n = numberOrZero(n) + 1;
  console.log(n);
}

/** A number; 0 in the place of anything else. */
function numberOrZero(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
