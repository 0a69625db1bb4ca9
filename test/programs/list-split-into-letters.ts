export async function main(): Promise<void> {
  for (const letter of "abc".split("")) {
    console.log(letter);
  }
}
