export async function main(): Promise<void> {
  for (let count = 0; count < 2; count++) {
    let sum = 0;
    sum += 5;
    console.log(sum);
  }
}
