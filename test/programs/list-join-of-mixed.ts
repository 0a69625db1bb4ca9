export async function main(): Promise<void> {
  console.log([1, null, "x", true].join("-"));
}
