export async function main(): Promise<void> {
  const names = ["a", "b"];
  let n = 1;
  n += 1;
  names.splice(1, 0, "B");
  names.splice(n - 1, 0, "BB");
  names.splice(names.length - 2, 0, "C");
  names.splice(names.length - n, 0, "CC");
  names.unshift("A");
  names.push("D");
  console.log(names);
}
