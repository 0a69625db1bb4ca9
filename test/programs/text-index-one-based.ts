export async function main(): Promise<void> {
  const word = "banana";
  console.log(word.indexOf("a") + 1);
  console.log(word.lastIndexOf("a") + 1);
  console.log(word.indexOf("x") + 1);
}
