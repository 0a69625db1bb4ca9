export async function main(): Promise<void> {
  const word = "banana";
  console.log(countText(word, "an"));
  console.log(word.replaceAll("a", "$&"));
  console.log(word.split("").reverse().join(""));
}

/** How often one text is in the other. */
function countText(whole: string, part: string): number {
  return part === "" ? whole.length + 1 : whole.split(part).length - 1;
}
