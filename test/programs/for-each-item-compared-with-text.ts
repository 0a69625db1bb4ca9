export async function main(): Promise<void> {
  const names = ["a", "b"];
  console.log(names[0] === "a");
  console.log(names[0] === names[1]);
}
