export async function main(): Promise<void> {
  const word = "abc";
  console.log(word[1]);
  console.log(word.at(-1));
}
