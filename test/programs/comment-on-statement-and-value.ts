export async function main(): Promise<void> {
  // outer
  // middle
  // inner
  console.log(`a${1}`);
}
