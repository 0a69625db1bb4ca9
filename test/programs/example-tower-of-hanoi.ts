export async function main(): Promise<void> {
  move(2, "left", "right", "middle");
}

function move(n: number, from: string, to: string, over: string): void {
  if (n === 0) {
    return;
  }
  move(n - 1, from, over, to);
  console.log(`${from} to ${to}`);
  move(n - 1, over, to, from);
}
