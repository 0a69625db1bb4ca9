export async function main(): Promise<void> {
  const names = ["a", "b", "c", "d", "e", "f"];
  let n = 1;
  n += 1;
  console.log(names.splice(1, 1)[0]);
  console.log(names.splice(-n, 1)[0]);
  console.log(names.shift());
  console.log(names.pop());
  console.log(names);
}
