export async function main(): Promise<void> {
  let names = ["a", "b", "c"];
  for (const index in names) {
    const name = names[Number(index)];
    names = ["x"];
    console.log(name);
  }
}
