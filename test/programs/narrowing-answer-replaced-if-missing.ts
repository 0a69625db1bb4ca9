export async function main(
  prompt: (message: string) => string | null | Promise<string | null>,
): Promise<void> {
  let name = await prompt("Your name?");
  if (name == null) {
    name = "nobody";
  }
  console.log(`Hello, ${name}!`);
  console.log(name.length);
}
