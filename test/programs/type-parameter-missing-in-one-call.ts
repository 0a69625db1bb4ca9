export async function main(): Promise<void> {
  greet("Ann");
  greet(null);
}

function greet(name: string | null): void {
  console.log(`hi ${name}`);
}
