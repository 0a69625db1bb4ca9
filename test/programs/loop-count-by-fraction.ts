export async function main(): Promise<void> {
  for (let x = 0; x <= 1; x += 0.25) {
    console.log(x);
  }
}
