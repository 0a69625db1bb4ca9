export async function main(): Promise<void> {
  let n = 3;
  n += 1;
  if (n > 3) {
    console.log("big");
  } else {
    console.log("small");
  }
}
