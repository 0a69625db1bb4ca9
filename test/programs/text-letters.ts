export async function main(): Promise<void> {
  const word = "banana";
  let n = 3;
  n += 1;
  console.log(word.charAt(1));
  console.log(word.charAt(n - 1));
  console.log(word.slice(-2).charAt(0));
  console.log(word.slice(-n).charAt(0));
  console.log(word.charAt(0));
  console.log(word.slice(-1));
}
