export async function main(): Promise<void> {
  const name = "outer";
  show("inner");
  console.log(name);
}

function show(name: string): void {
  console.log(name);
}
