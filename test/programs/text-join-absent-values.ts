export async function main(): Promise<void> {
  const nothing = null;
  console.log(`${nothing}!`);
  console.log(`a${nothing ?? ""}b`);
  console.log("ab");
}
