export async function main(): Promise<void> {
  const names = ["a", "b"];
  console.log(names.slice().reverse());
  console.log(names);
}
