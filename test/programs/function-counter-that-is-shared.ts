let counter: number;

export async function main(): Promise<void> {
  counter = 0;
  console.log(next());
  console.log(next());
}

function next(): number {
  counter += 1;
  return counter;
}
