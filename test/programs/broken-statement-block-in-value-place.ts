export async function main(): Promise<void> {
  console.log(null);
  console.log(null);
}
