export async function main(): Promise<void> {
  const word = "abc";
  for (const letter of word.split("")) {
    console.log(letter);
  }
}
