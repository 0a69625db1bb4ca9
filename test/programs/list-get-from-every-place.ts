export async function main(): Promise<void> {
  const names = ["a", "b", "c"];
  let n = 1;
  n += 1;
  console.log(names[1]);
  console.log(names[n - 1]);
  console.log(names.slice(-2)[0]);
  console.log(names.slice(-n)[0]);
  console.log(names[0]);
  console.log(names.at(-1));
}
