export async function main(): Promise<void> {
  console.log(randomInteger(1, 6));
  console.log(Math.random());
}

/** A whole number between the two, both included, by chance. */
function randomInteger(a: number, b: number): number {
  const low = Math.min(a, b);
  return Math.floor(Math.random() * (Math.max(a, b) - low + 1) + low);
}
