export async function main(): Promise<void> {
  let a: Date | undefined;
  while (!false) {
    a = new Date("1999-12-31T23:59");
    break;
  }
  console.log(a);
}
