export async function main(): Promise<void> {
  console.log("first");
  const a = 1;
  if (true) {
    const inner = 2;
    console.log(inner);
  }
  console.log(a);
}
