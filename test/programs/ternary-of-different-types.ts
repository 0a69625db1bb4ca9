export async function main(): Promise<void> {
  let n = 5;
  n += 1;
  const shown = n > 5 ? n : "too small";
  console.log(shown);
  console.log(`Shown: ${shown}`);
}
