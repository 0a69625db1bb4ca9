export async function main(): Promise<void> {
  let count = 0;
  for (let count2 = 0; count2 < 2; count2++) {
    for (let count3 = 0; count3 < 2; count3++) {
      count += 1;
    }
  }
  console.log(count);
}
