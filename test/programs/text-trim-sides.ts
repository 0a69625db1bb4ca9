export async function main(): Promise<void> {
  const name = "  ads  ";
  console.log(name.trimStart());
  console.log(name.trimEnd());
  console.log(name.trim());
}
