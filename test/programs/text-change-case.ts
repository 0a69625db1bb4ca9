export async function main(): Promise<void> {
  const name = "hello wORLD";
  console.log(name.toUpperCase());
  console.log(name.toLowerCase());
  console.log(toTitleCase(name));
}

/** Every word with a capital first letter, the others small. */
function toTitleCase(text: string): string {
  return text.replace(
    /\S+/g,
    (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
  );
}
