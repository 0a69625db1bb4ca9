export async function main(): Promise<void> {
  const word = "banana";
  console.log(randomLetter(word));
}

/** A letter of the text, by chance. */
function randomLetter(text: string): string | undefined {
  return text[Math.floor(Math.random() * text.length)];
}
