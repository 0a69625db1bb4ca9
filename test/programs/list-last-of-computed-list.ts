export async function main(): Promise<void> {
  console.log("a-b".split("-").at(-1));
}
