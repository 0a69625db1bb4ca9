export async function main(): Promise<void> {
  console.log({ a: 2 });
}
