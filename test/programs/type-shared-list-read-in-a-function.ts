let names: string[];

export async function main(): Promise<void> {
  names = ["a"];
  console.log(count());
  names = ["b", "c"];
  console.log(count());
}

function count(): number {
  return names.length;
}
