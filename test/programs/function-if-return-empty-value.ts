export async function main(): Promise<void> {
  console.log(maybe(3));
  console.log(maybe(9));
}

function maybe(n: number): string | null {
  if (n > 5) {
    return null;
  }
  return "small";
}
