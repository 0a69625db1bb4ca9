export async function main(): Promise<void> {
  console.log((true && false) || !false);
}
