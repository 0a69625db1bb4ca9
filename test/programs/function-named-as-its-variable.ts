export async function main(): Promise<void> {
  count();
}

function count(): void {
  const count2 = 1;
  console.log(count2);
}
