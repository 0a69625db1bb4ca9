export async function main(): Promise<void> {
  warn(3);
  warn(30);
}

function warn(n: number): void {
  if (n < 10) {
    return;
  }
  console.log("too many");
}
