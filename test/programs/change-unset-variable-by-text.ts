export async function main(): Promise<void> {
  const a = "a";
  let d: string | number = 0;
  d = numberOrZero(d) + a;
}

/** A number; 0 in the place of anything else. */
function numberOrZero(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
