let x: number | undefined;

export async function main(): Promise<void> {
  show();
  x = 1;
  show();
}

function show(): void {
  console.log(x);
}
