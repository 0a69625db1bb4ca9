export async function main(): Promise<void> {
  f(1);
}

function f(a: number): void {
  console.log(a);
}
