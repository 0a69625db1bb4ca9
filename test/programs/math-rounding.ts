export async function main(): Promise<void> {
  const x = 2.5;
  console.log(Math.round(x));
  console.log(Math.ceil(x));
  console.log(Math.floor(x));
}
