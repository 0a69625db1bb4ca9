export async function main(): Promise<void> {
  const word = "banana";
  console.log(word.indexOf("n") + 1);
}
