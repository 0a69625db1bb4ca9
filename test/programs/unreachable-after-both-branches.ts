export async function main(): Promise<void> {
  let n = 1;
  n += 1;
  for (let count = 0; count < 2; count++) {
    if (n === 1) {
      break;
    } else {
      throw new Error("no");
    }
    console.log("never");
  }
}
