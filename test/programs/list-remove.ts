export async function main(): Promise<void> {
  const names = ["a", "b", "c", "d", "e", "f"];
  let n = 1;
  n += 1;
  names.splice(1, 1);
  names.splice(-n, 1);
  names.shift();
  names.pop();
  console.log(names);
}
