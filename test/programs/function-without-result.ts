export async function main(): Promise<void> {
  greet();
  greet();
}

function greet(): void {
  console.log("hello");
}
