export async function main(): Promise<void> {
  console.log(id(id("a")));
}

function id(x: string): string {
  return x;
}
