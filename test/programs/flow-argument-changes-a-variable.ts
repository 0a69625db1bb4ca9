let n: number;

export async function main(): Promise<void> {
  n = 1;
  console.log(n + bump());
  console.log(bump() + n);
  console.log([n, bump(), n]);
}

function bump(): number {
  n += 1;
  return n;
}
