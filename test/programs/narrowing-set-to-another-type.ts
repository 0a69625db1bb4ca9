export async function main(): Promise<void> {
  let size: string | number = "large";
  console.log(`size ${size}`);
  size = 3;
  console.log(size * 2);
  size = numberOrZero(size) + 1;
  console.log(size);
}

/** A number; 0 in the place of anything else. */
function numberOrZero(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
