let i: number;

export async function main(): Promise<void> {
  for (i = 1; i <= 6; i++) {
    console.log(i);
    skip();
  }
}

function skip(): void {
  i += 1;
}
