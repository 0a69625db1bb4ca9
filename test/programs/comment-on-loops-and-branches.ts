export async function main(): Promise<void> {
  // counts
  for (let i = 1; i <= 2; i++) {
    // in the loop
    console.log(i);
  }
  // decides
  if (true) {
    // in the branch
    console.log("yes");
  } else {
    // in the other
    console.log("no");
  }
}
