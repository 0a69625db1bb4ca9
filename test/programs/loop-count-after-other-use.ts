export async function main(): Promise<void> {
  let i: string | number = "start";
  console.log(i);
  for (i = 1; Number(i) <= 2; i = Number(i) + 1) {
    console.log(i);
  }
}
