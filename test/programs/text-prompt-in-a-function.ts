export async function main(
  prompt: (message: string) => string | null | Promise<string | null>,
): Promise<void> {
  console.log((await ask("First?", prompt)) + (await ask("Second?", prompt)));
}

async function ask(
  question: string,
  prompt: (message: string) => string | null | Promise<string | null>,
): Promise<number> {
  return Number(await prompt(question));
}
