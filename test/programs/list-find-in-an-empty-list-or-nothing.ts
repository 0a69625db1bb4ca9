export async function main(): Promise<void> {
  console.log((((false ? null : []) ?? []) as unknown[]).lastIndexOf("a") + 1);
}
