export async function main(): Promise<void> {
  const all = ["one", "two"];
  console.log([all, ": ", all.pop()].join(""));
}
