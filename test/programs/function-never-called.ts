export async function main(): Promise<void> {
  console.log("main");
}

function unused(x: unknown): void {
  console.log(x);
}
