export async function main(): Promise<void> {
  // This comment is longer than eighty columns, and it stays in one line, because breaking it would change what the person wrote.
  console.log("x");
}
