export async function main(): Promise<void> {
  console.log(depth([1, 2, 3]));
}

function depth(list: number[]): number {
  if (list.length === 0) {
    return 0;
  }
  return 1 + depth(list.slice(1));
}
