export async function main(): Promise<void> {
  const names: string[] = [];
  names.push("a");
  console.log(names);
}
