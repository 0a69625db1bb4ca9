export async function main(): Promise<void> {
  first();
  second();
}

function first(): void {
  const temp = 1;
  console.log(temp);
}

function second(): void {
  const temp = "two";
  console.log(temp);
}
