export async function main(): Promise<void> {
  const aNameOfSomeLength1 = 1;
  const aNameOfSomeLength2 = 2;
  const result =
    aNameOfSomeLength1 * aNameOfSomeLength2 +
    aNameOfSomeLength1 * aNameOfSomeLength1 +
    aNameOfSomeLength2 * aNameOfSomeLength2;
  console.log(result);
  console.log(
    (aNameOfSomeLength1 +
      aNameOfSomeLength2 +
      aNameOfSomeLength1 +
      aNameOfSomeLength2) /
      (aNameOfSomeLength1 - aNameOfSomeLength2 * aNameOfSomeLength2),
  );
}
