export async function main(): Promise<void> {
  throw new Error("out of here");
}
