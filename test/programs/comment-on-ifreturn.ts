export async function main(): Promise<void> {
  console.log(f(1));
}

function f(n: number): string {
  // guard
  if (n > 1) {
    return "big";
  }
  // otherwise
  return "small";
}
