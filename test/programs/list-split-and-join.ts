export async function main(): Promise<void> {
  const names = "a,b,c".split(",");
  for (const name of names) {
    console.log(name);
  }
  console.log(names.join(" and "));
  console.log([1, 2].join("+"));
}
