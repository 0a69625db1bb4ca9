export async function main(): Promise<void> {
  console.log(new Date());
  const start = new Date();
  console.log(start.getTime());
}
