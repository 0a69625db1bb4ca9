export async function main(): Promise<void> {
  let aNameOfSomeLength1 = 1;
  const aNameOfSomeLength2: number = 2;
  aNameOfSomeLength1 += 1;
  if (!(
    aNameOfSomeLength1 > 1000 ||
    (aNameOfSomeLength2 === 2 && aNameOfSomeLength1 < aNameOfSomeLength2)
  )) {
    console.log("in between");
  }
}
