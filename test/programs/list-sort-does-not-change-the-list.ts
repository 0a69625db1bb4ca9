export async function main(): Promise<void> {
  const names = ["b", "a"];
  const sorted = names.slice().sort();
  sorted.push("c");
  console.log(names);
  console.log(sorted);
}
