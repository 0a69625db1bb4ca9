export async function main(): Promise<void> {
  const names: string[] = [];
  fill(names);
  console.log(names);
}

function fill(list: string[]): void {
  list.push("x");
}
