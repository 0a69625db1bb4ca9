export async function main(): Promise<void> {
  f(1);
}

function f(x: number): void {
  console.log("x");
}
