export async function main(): Promise<void> {
  greet("Ann", 2);
}

function greet(name: string, times: number): void {
  for (let count = 0; count < times; count++) {
    console.log(`hello ${name}`);
  }
}
