export async function main(): Promise<void> {
  console.log(stars(3));
}

function stars(n: number): string {
  if (n === 0) {
    return "";
  }
  return `*${stars(n - 1)}`;
}
