export async function myProgram(): Promise<void> {
  console.log("hello");
}
