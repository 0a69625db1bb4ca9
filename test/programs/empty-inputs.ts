export async function main(): Promise<void> {
  console.log("");
  for (let count = 0; count < 0; count++) {}
  if (false) {
  }
  const x = 1 + 0;
}
