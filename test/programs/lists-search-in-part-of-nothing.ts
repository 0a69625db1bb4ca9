export async function main(): Promise<void> {
  const c = ([].slice(0) as unknown[]).indexOf(1) + 1;
}
