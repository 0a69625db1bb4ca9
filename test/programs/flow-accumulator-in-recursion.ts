let seen: number;

export async function main(): Promise<void> {
  collect(2);
}

function collect(n: number): void {
  if (n === 0) {
    return;
  }
  seen = n;
  collect(n - 1);
  console.log(seen);
}
