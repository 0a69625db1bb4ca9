export async function main(): Promise<void> {
  square(3);
}

function square(n: number): void {
  const result = n * n;
  console.log(result);
}
