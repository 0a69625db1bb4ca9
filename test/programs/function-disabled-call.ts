export async function main(): Promise<void> {
  console.log("after");
}

function greet(): void {
  console.log("hello");
}
