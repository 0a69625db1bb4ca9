let names: string[];

export async function main(): Promise<void> {
  names = [];
  collect("a");
  collect("b");
  console.log(names);
}

function collect(name: string): void {
  names.push(name);
}
