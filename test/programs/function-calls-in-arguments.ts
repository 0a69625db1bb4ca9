export async function main(): Promise<void> {
  console.log(double(double(double(1))));
}

function double(n: number): number {
  return n * 2;
}
