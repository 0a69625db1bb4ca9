export async function main(): Promise<void> {
  const names = ["a", "b", "c"];
  let i = 1;
  i += 1;
  console.log(names[i]);
  console.log(names[i - 2]);
  console.log(names[names.length - 1]);
  console.log(names.slice(-(i + 1))[0]);
  names[i] = "C";
  console.log(names);
}
