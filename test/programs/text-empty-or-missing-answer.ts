export async function main(
  prompt: (message: string) => string | null | Promise<string | null>,
): Promise<void> {
  let name = await prompt("Name?");
  while (!name) {
    name = await prompt("Really, name?");
  }
  console.log(name.length);
  const answer = await prompt("Go on?");
  const isMissing = !answer;
  if (answer === "no" || !answer) {
    console.log("off");
  } else {
    console.log(answer.toUpperCase());
  }
  if (answer) {
    console.log(answer.length);
  } else if (answer === "yes") {
    console.log("never");
  }
  console.log(isMissing);
  console.log(!!answer);
}
