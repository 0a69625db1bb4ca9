let x: number | undefined;

export async function main(): Promise<void> {
  if (false) {
    first();
  }
  second();
}

function first(): void {
  x = 1;
}

function second(): void {
  console.log(x);
}
