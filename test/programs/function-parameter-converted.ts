export async function main(): Promise<void> {
  console.log(half(8));
  console.log(half("9"));
}

function half(n: string | number): number {
  return Number(n) / 2;
}
