export async function main(): Promise<void> {
  let i: string | number = "start";
  console.log(i);
  for (i = 1; i <= 2; i++) {
    console.log(i);
  }
}
