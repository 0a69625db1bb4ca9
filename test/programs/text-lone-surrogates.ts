export async function main(): Promise<void> {
  console.log("half \ud83d of");
  console.log("😀 whole");
}
