export async function main(): Promise<void> {
  console.log(gcd(48, 18));
}

function gcd(a: number, b: number): number {
  while (b !== 0) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}
