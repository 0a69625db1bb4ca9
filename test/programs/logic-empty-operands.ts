export async function main(): Promise<void> {
  console.log(1 === 1 && true);
  console.log(false || true);
  console.log(false && false);
  console.log(!true);
  console.log(0 === 0);
  console.log(false ? null : null);
}
