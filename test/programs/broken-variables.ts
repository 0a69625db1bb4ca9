export async function main(): Promise<void> {
  const b = 1;
}
