export async function main(): Promise<void> {
  console.log("before");
  1 + 2;
  console.log("after");
}
