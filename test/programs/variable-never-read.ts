export async function main(): Promise<void> {
  let unused = 1;
  unused = 2;
}
