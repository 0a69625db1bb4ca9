export async function main(): Promise<void> {
  const name = " Ads ";
  console.log(name.trim());
  console.log(name.toLowerCase());
  console.log(name.length);
  console.log("".length === 0);
}
