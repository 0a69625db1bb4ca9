export async function main(): Promise<void> {
  const names: unknown[] = [];
  console.log(names.length);
  console.log(names.length === 0);
  if (names.length !== 0) {
    console.log(names[0]);
  }
  console.log("a b".split(" ").length);
  console.log("abc".length);
  console.log([].length);
}
