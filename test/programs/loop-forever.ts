export async function main(): Promise<void> {
  while (true) {}
}
