export async function main(): Promise<void> {
  console.log(find(["a", "b"], "b"));
  console.log(find(["a"], "x"));
}

function find(list: string[], wanted: string): boolean {
  for (const item of list) {
    if (item === wanted) {
      return true;
    }
  }
  return false;
}
