export async function main(): Promise<void> {
  let a: number | undefined;
  if (true) {
    // inside
    a = 1;
  }
  console.log(a);
}
