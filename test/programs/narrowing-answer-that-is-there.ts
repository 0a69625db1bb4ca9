export async function main(
  prompt: (message: string) => string | null | Promise<string | null>,
): Promise<void> {
  const name = await prompt("Your name?");
  if (name && name.length > 2) {
    console.log(`Hello, ${name}!`);
  } else {
    console.log("A name has three letters or more.");
  }
}
