export async function main(): Promise<void> {
  console.log(2 > 1 ? "more" : "less");
}
