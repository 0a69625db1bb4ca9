export async function main(
  prompt: (message: string) => string | null | Promise<string | null>,
): Promise<void> {
  const answer = await prompt("How many?");
  console.log(equals(answer, 7));
  console.log(Number(answer) < 10);
}

/** Whether two values of any kind are equal, with text and numbers compared by value. */
function equals(a: unknown, b: unknown): boolean {
  return a == b;
}
