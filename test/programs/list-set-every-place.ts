export async function main(): Promise<void> {
  const names = ["a", "b", "c", "d"];
  let n = 1;
  n += 1;
  names[1] = "B";
  names[n - 1] = "BB";
  names[names.length - 2] = "C";
  names[names.length - n] = "CC";
  names[0] = "A";
  names[names.length - 1] = "D";
  console.log(names);
}
