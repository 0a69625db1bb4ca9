export async function main(): Promise<void> {
  const mixed = [1, "1", true];
  console.log(mixed.indexOf("1") + 1);
  console.log(mixed.indexOf(2) + 1);
  console.log((["a"] as unknown[]).indexOf(1) + 1);
  console.log(mixed.lastIndexOf(true) + 1);
}
