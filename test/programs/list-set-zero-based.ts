export async function main(): Promise<void> {
  const names = ["a", "b"];
  names[0] = "A";
  names.splice(names.length - 1, 0, "z");
  names[names.length - 2] = "Y";
  console.log(names);
}
