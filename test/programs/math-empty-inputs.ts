export async function main(): Promise<void> {
  console.log(0 + 0);
  console.log(3 * 0);
  console.log(Math.sqrt(0));
  console.log(0 % 0);
  console.log(Math.min(Math.max(5, 0), Infinity));
  console.log((Math.atan2(0, 0) / Math.PI) * 180);
  console.log(Math.sin((0 / 180) * Math.PI));
  console.log(0 % 2 === 0);
}
