export async function main(): Promise<void> {
  const totals = [1, 2];
  totals[0] = Number(totals[0]) + 10;
  let first = totals[0];
  first = (first ?? 0) + 5;
  console.log(first);
}
