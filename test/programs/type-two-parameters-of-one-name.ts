export async function main(): Promise<void> {
  f(1, 2);
}

function f(aB: number, aB2: number): void {
  console.log(`${aB}${aB2}`);
}
