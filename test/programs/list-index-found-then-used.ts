export async function main(): Promise<void> {
  const names = ["a", "b"];
  console.log(names[names.indexOf("b")]);
  names[names.indexOf("a")] = "A";
  console.log(names);
}
