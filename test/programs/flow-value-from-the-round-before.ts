export async function main(): Promise<void> {
  let previous: number | undefined;
  for (let i = 1; i <= 3; i++) {
    console.log(previous);
    previous = i;
  }
}
