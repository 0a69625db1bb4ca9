export async function main(): Promise<void> {
  console.log("\u202eright to left\u202c zero​width \ufeffbom");
}
