export async function main(): Promise<void> {
  show(names());
}

function names(): string[] {
  return ["a", "b"];
}

function show(list: string[]): void {
  for (const name of list) {
    if (name === "a") {
      console.log(name);
    }
  }
}
