export async function main(): Promise<void> {
  main2();
}

function main2(): void {
  console.log("mine");
}
