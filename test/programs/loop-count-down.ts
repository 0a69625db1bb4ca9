export async function main(): Promise<void> {
  for (let i = 3; i >= 1; i--) {
    console.log(i);
  }
}
