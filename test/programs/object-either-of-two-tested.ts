export async function main(): Promise<void> {
  if (
    Boolean((false ? { toString: null } : { a: null }) as Record<string, null>)
  ) {
  }
}
