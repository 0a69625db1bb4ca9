export async function main(): Promise<void> {
  const all = [3, 1, 2];
  const some: (string | number)[] = all.slice(0, 2);
  some.push("x");
  console.log(all);
  console.log(some);
  const sorted = all.slice().sort((a, b) => a - b);
  console.log(Number(sorted[0]) * 2);
}
