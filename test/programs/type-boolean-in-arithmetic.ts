export async function main(): Promise<void> {
  const yes = true;
  console.log(Number(yes) + 1);
  console.log(Number(yes) * 2);
  console.log(Number(yes) === 1);
  console.log(Number(yes) > 0);
}
