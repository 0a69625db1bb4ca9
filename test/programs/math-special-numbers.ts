export async function main(): Promise<void> {
  console.log(0);
  console.log(0);
  console.log(1e21);
  console.log(1e-7);
  console.log(0.1);
  console.log(123456789012345);
  console.log(-1.5);
}
