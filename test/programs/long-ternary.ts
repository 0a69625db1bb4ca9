export async function main(): Promise<void> {
  let aNameOfSomeLength1 = 1;
  aNameOfSomeLength1 += 1;
  const answer =
    aNameOfSomeLength1 > 1000
      ? "a rather long answer for a large number"
      : aNameOfSomeLength1 > 10
        ? "a shorter answer for a smaller one"
        : "none";
  console.log(answer);
}
