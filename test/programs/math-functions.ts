export async function main(): Promise<void> {
  console.log(Math.sqrt(9));
  console.log(Math.round(2.5));
  console.log(64 % 10);
  console.log(Math.min(Math.max(150, 1), 100));
}
