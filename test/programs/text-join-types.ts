export async function main(): Promise<void> {
  const count = 2;
  console.log(`Registered with ${count} channels: ${true}`);
}
