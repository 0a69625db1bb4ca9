let calls: number;

export async function main(): Promise<void> {
  calls = 0;
  count();
  count();
  console.log(calls);
}

function count(): void {
  calls += 1;
}
