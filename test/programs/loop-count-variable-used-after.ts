export async function main(): Promise<void> {
  let i: number;
  for (i = 1; i <= 3; i++) {
    console.log(i);
  }
  console.log(i);
}
