export async function main(): Promise<void> {
  let last: string | undefined;
  for (let count = 0; count < 2; count++) {
    last = "x";
  }
  console.log(last);
}
