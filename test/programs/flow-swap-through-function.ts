let a: number;
let b: number;

export async function main(): Promise<void> {
  a = 1;
  b = 2;
  swap();
  console.log([a, b]);
}

function swap(): void {
  const t = a;
  a = b;
  b = t;
}
