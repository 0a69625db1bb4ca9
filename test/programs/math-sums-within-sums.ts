export async function main(): Promise<void> {
  console.log(0.1 + (0.7 - 0.1) + 0.3);
  let total = 0;
  total = total + 0.2 + 0.2 + 0.3;
  console.log(0.1 * ((Math.atan2(7, 3) / Math.PI) * 180) * total);
}
