export async function main(): Promise<void> {
  for (const x of [1, 2]) {
    try {
      if (x === 1) {
        throw new Error("one");
      }
    } catch {
      continue;
    }
    console.log(x);
  }
}
