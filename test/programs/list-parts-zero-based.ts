export async function main(): Promise<void> {
  const names = ["a", "b", "c", "d", "e"];
  let n = 0;
  n += 1;
  console.log(names.slice(1, 4));
  console.log(names.slice(1, -1));
  console.log(names.slice(names.length - 4, -1));
  console.log(names.slice(names.length - 4));
  console.log(names.slice(0, 3));
  console.log(names.slice(n, names.length - n));
}
