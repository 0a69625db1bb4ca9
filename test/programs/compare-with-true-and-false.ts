export async function main(): Promise<void> {
  let ok = false;
  let n = 0;
  while (!ok) {
    n += 1;
    if (n > 3) {
      ok = true;
    }
  }
  if (ok) {
    console.log("yes");
  } else {
    console.log("no");
  }
  // a literal
  console.log(!(n < 3));
  console.log(n % 2 !== 0);
  console.log(true === true);
  console.log(n === Number(true));
}
