export async function main(): Promise<void> {
  let n = 3;
  n += 1;
  if (n === 1) {
  } else if (n === 2) {
    console.log("two");
  }
}
