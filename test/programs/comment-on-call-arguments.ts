export async function main(): Promise<void> {
  // the argument
  f(1);
}

function f(x: number): void {
  console.log(x);
}
