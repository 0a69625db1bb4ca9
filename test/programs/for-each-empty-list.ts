export async function main(): Promise<void> {
  for (const n of []) {
    console.log(n);
  }
}
