export async function main(): Promise<void> {
  if (true) {
  }
}
