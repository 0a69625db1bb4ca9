export async function main(): Promise<void> {
  const a = 1;
  console.log(a);
}
