export async function main(): Promise<void> {
  const word = "banana";
  console.log(word.indexOf("a"));
  console.log(word.indexOf("x"));
  console.log(word.charAt(1));
  console.log(word.slice(-2).charAt(0));
  console.log(word.slice(1, -1));
}
