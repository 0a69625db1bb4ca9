export async function main(): Promise<void> {
  const word = "banana";
  console.log(word.slice(1));
  const names = ["a", "b", "c"];
  console.log(names.slice(1));
  console.log(word.slice(0));
}
