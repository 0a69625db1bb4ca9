export async function main(): Promise<void> {
  for (let count = 0; count < 2; count++) {
    for (let count2 = 0; count2 < 5; count2++) {
      console.log("in");
      break;
    }
    console.log("out");
  }
}
