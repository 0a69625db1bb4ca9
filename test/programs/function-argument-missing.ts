export async function main(): Promise<void> {
  greet(null);
}

function greet(name: null): void {
  console.log(name);
}
