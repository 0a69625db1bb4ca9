let x: undefined;

export async function main(): Promise<void> {
  show();
}

function show(): void {
  console.log(x);
}
