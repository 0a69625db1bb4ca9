export async function main(): Promise<void> {
  const empty: Record<string, unknown> = {};
  console.log(empty);
  console.log(Object.keys(empty));
}
