export async function main(): Promise<void> {
  let aNameOfSomeLength1 = 1;
  let aNameOfSomeLength2 = 2;
  aNameOfSomeLength1 += 1;
  aNameOfSomeLength2 += 1;
  if (
    aNameOfSomeLength1 > 0 &&
    aNameOfSomeLength2 < 100 &&
    aNameOfSomeLength1 !== aNameOfSomeLength2
  ) {
    console.log("yes");
  }
  while (
    aNameOfSomeLength1 < 0 ||
    aNameOfSomeLength2 > 100 ||
    aNameOfSomeLength1 === aNameOfSomeLength2
  ) {
    break;
  }
}
