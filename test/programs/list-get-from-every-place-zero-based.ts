export async function main(): Promise<void> {
  const names = ["a", "b", "c"];
  let n = 0;
  n += 1;
  console.log(names[0]);
  console.log(names[n]);
  console.log(names.slice(-1)[0]);
  console.log(names.slice(-(n + 1))[0]);
}
