export async function main(): Promise<void> {
  const rows: (string | number)[][] = [[1], ["a"]];
  for (const row of rows) {
    for (const cell of row) {
      console.log(`${cell};`);
    }
  }
}
