export async function main(): Promise<void> {
  stars();
  for (let i = 1; i <= 2; i++) {
    console.log(i);
  }
}

function stars(): void {
  for (let i = 1; i <= 2; i++) {
    console.log(i);
  }
}
