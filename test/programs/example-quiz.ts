export async function main(
  prompt: (message: string) => string | null | Promise<string | null>,
): Promise<void> {
  let score = 0;
  const questions = [
    ["2 + 2?", "4"],
    ["3 × 3?", "9"],
  ];
  for (const question of questions) {
    const answer = await prompt(question[0] ?? "");
    if (equals(answer, question[1])) {
      score += 1;
      console.log("Right!");
    } else {
      console.log(`No, it is ${question[1]}`);
    }
  }
  console.log(`${score} of ${questions.length}`);
}

/** Whether two values of any kind are equal, with text and numbers compared by value. */
function equals(a: unknown, b: unknown): boolean {
  return a == b;
}
