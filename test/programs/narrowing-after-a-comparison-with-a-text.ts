export async function main(
  prompt: (message: string) => string | null | Promise<string | null>,
): Promise<void> {
  console.log(await next(prompt));
}

async function next(
  prompt: (message: string) => string | null | Promise<string | null>,
): Promise<string | null> {
  let line = await prompt("Line?");
  if (line === "quit") {
    return "";
  }
  const last = line;
  line = await prompt("And?");
  console.log(line);
  return last;
}
