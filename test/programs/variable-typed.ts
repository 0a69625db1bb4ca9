export async function main(): Promise<void> {
  const count = 1;
  const name = "Ann";
  console.log(`${name}${count}`);
}
