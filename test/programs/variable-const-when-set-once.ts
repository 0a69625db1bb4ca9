export async function main(): Promise<void> {
  const fixed = 1;
  let changing = 1;
  changing = 2;
  console.log(fixed + changing);
}
