export async function main(): Promise<void> {
  const names = ["a", "b", "c", "d", "e"];
  let n = 1;
  n += 1;
  console.log(names.slice(1, 4));
  console.log(names.slice(1, -1));
  console.log(names.slice(names.length - 4, -1));
  console.log(names.slice(names.length - 4, 4));
  console.log(names.slice(0, 3));
  console.log(names.slice(0, -1));
  console.log(names.slice(2));
  console.log(names.slice(names.length - 3));
  console.log(names.slice());
  console.log(names.slice(n - 1));
}
