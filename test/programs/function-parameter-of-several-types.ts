export async function main(): Promise<void> {
  show(1);
  show("two");
  show(true);
}

function show(value: string | number | boolean): void {
  console.log(`value: ${value}`);
}
