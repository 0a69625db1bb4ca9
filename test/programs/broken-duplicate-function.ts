export async function main(): Promise<void> {
  twice();
}

function twice(): void {
  console.log("one");
}
