export async function main(): Promise<void> {
  const volume = 120;
  console.log(Math.min(Math.max(volume, 0), 100));
  console.log(Math.min(Math.max(volume, 0), Infinity));
}
