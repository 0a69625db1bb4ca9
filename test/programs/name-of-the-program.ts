export async function registerMyDevice(): Promise<void> {
  console.log("hello");
}
