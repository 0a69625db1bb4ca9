export async function main(): Promise<void> {
  const names = ["a", "b", "c", "d", "e", "f"];
  let n = 0;
  n += 1;
  names.splice(1, 1);
  names.splice(-1, 1);
  console.log(names.splice(n, 1)[0]);
  console.log(names.splice(-(n + 1), 1)[0]);
  console.log(names);
}
