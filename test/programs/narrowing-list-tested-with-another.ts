export async function main(): Promise<void> {
  const a: unknown[] = [];
  if (Boolean(a) || false) {
  } else if (a.length === 0) {
  }
}
