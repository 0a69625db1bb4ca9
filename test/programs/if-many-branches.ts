export async function main(): Promise<void> {
  let n = 0;
  for (let count = 0; count < 4; count++) {
    n += 1;
    if (n === 1) {
      console.log("one");
    } else if (n === 2) {
      console.log("two");
    } else if (n === 3) {
      console.log("three");
    } else {
      console.log("many");
    }
  }
}
