export async function main(): Promise<void> {
  const on = true;
  const off = !on;
  console.log(Boolean(on) === off);
  console.log(!on);
}
