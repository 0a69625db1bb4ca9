export async function main(): Promise<void> {
  console.log(sign(-1));
  console.log(sign(0));
  console.log(sign(1));
}

function sign(n: number): string {
  if (n < 0) {
    return "negative";
  }
  if (n === 0) {
    return "zero";
  }
  return "positive";
}
