export async function main(): Promise<void> {
  const grid = [[1, 2], [3]];
  for (const row of grid) {
    for (const cell of row) {
      console.log(cell);
    }
  }
}
