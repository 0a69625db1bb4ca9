/** Placeholder replaced below. */
export function eraseTypes(source: string): string {
  return source;
}
