export async function main(): Promise<void> {
  const x = area();
}

function area(): number {
  return 1;
}
