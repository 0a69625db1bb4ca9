export async function main(): Promise<void> {
  const word = "banana";
  console.log(word.slice(1, 4));
  console.log(word.slice(word.length - 4, -1));
  console.log(word.slice(word.length - 4));
  console.log(word.slice(0, 3));
  console.log(word.charAt(word.indexOf("n")));
}
