export async function main(): Promise<void> {
  const word = "abc";
  console.log(word.length);
  console.log(word.length === 0);
  if (word.length === 0) {
    console.log("empty");
  }
  const list = [1];
  console.log(list.length);
  console.log(`${word}d`.length);
}
