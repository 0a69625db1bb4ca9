let i: number;

export async function main(): Promise<void> {
  row(2);
}

function row(n: number): void {
  const step = 1 > n ? -1 : 1;
  for (i = 1; step >= 0 ? i <= n : i >= n; i += step) {
    cell(i);
  }
}

function cell(x: number): void {
  const step = 1 > x ? -1 : 1;
  for (i = 1; step >= 0 ? i <= x : i >= x; i += step) {
    console.log(`${x}/${i}`);
  }
}
