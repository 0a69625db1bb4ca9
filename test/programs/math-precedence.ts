export async function main(): Promise<void> {
  console.log((1 + 2) * (4 - (3 - 2)));
}
