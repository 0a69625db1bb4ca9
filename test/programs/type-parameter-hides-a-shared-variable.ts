let x: string;

export async function main(): Promise<void> {
  x = "shared";
  outer("own");
}

function inner(): void {
  console.log(x);
}

function outer(x2: string): void {
  inner();
  console.log(x2);
}
