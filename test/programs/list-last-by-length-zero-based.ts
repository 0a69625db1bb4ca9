export async function main(): Promise<void> {
  const names = ["a", "b"];
  console.log(names[names.length - 1]);
}
