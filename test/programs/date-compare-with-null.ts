export async function main(): Promise<void> {
  if (new Date() > new Date(NaN)) {
  }
}
