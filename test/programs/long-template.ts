export async function main(): Promise<void> {
  const aNameOfSomeLength1 = 1;
  const aNameOfSomeLength2 = 2;
  console.log(
    `The first value is ${aNameOfSomeLength1} and the second value, which is longer, is ${aNameOfSomeLength2}.`,
  );
}
