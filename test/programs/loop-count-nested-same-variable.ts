export async function main(): Promise<void> {
  for (let i = 1; i <= 2; i++) {
    for (i = 1; i <= 3; i++) {
      console.log(i);
    }
  }
}
