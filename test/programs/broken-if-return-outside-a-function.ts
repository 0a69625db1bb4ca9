export async function main(): Promise<void> {
  console.log("before");
  console.log("after");
}
