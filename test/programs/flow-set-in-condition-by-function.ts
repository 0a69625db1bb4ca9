let n: number;

export async function main(): Promise<void> {
  n = 0;
  while (next()) {
    console.log(n);
  }
  console.log(n);
}

function next(): boolean {
  n += 1;
  return n < 3;
}
