export async function main(): Promise<void> {
  const empty = 0;
  console.log(empty);
}
