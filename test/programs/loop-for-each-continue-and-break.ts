export async function main(): Promise<void> {
  for (const x of [1, 2, 3, 4]) {
    if (x === 2) {
      continue;
    }
    if (x === 4) {
      break;
    }
    console.log(x);
  }
}
