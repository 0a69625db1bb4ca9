export async function main(): Promise<void> {
  console.log("");
  const n = 1 + 0;
  console.log(n);
}
