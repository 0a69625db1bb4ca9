export async function main(): Promise<void> {
  let count = 0;
  for (let count2 = 0; count2 < 3; count2++) {
    count += 1;
  }
  console.log(count);
}
