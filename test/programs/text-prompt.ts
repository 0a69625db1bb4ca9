export async function main(
  prompt: (message: string) => string | null | Promise<string | null>,
): Promise<void> {
  const name = await prompt("What's your name?");
  const age = Number(await prompt("How old are you?"));
  console.log(`${name ?? ""} is ${age}`);
}
