export async function main(): Promise<void> {
  let n = 3;
  n += 1;
  console.log(n !== 3);
  console.log(!(n < 3));
  if (!(n > 3)) {
    console.log("small");
  }
}
