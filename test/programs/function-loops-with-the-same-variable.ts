let i: number;

export async function main(): Promise<void> {
  for (i = 1; i <= 2; i++) {
    stars();
    console.log(i);
  }
}

function stars(): void {
  for (i = 1; i <= 2; i++) {
    console.log("*");
  }
}
