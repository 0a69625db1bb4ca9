let x: number | undefined;

export async function main(): Promise<void> {
  maybe(true);
  console.log(x);
}

function maybe(on: boolean): void {
  if (on) {
    x = 1;
  }
}
