export async function main(): Promise<void> {
  const names: string[] = [];
  names.push("ads");
  names.push("sports");
  for (const name of names) {
    console.log(`${name}!`);
  }
}
