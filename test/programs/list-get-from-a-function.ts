export async function main(): Promise<void> {
  console.log(names()[0]);
  console.log(names().at(-1));
  console.log(names().length);
}

function names(): string[] {
  return ["a", "b"];
}
