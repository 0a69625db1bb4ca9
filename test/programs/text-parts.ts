export async function main(): Promise<void> {
  const word = "banana";
  let n = 2;
  n += 1;
  console.log(word.slice(1, 4));
  console.log(word.slice(1, -1));
  console.log(word.slice(word.length - 4, -1));
  console.log(word.slice(word.length - 4, 5));
  console.log(word.slice(0, 3));
  console.log(word.slice(0, -1));
  console.log(word.slice(2));
  console.log(word.slice(word.length - 3));
  console.log(word);
  console.log(word.slice(n - 1));
}
