export async function main(): Promise<void> {
  const nothings = [null, null];
  for (const x of nothings) {
    console.log(x == null);
  }
}
