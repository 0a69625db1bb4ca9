let calls = 0;

export async function main(): Promise<void> {
  count();
  count();
}

function count(): void {
  calls += 1;
  console.log(calls);
}
