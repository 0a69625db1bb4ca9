export async function delete2(): Promise<void> {
  console.log("hello");
}
