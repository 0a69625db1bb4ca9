export async function main(): Promise<void> {
  const item = 1;
  const item2 = "one";
  console.log(item);
  console.log(item2);
}
