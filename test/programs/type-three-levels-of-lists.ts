export async function main(): Promise<void> {
  const cube = [[[1, 2]]];
  for (const plane of cube) {
    for (const row of plane) {
      for (const cell of row) {
        console.log(cell * 2);
      }
    }
  }
}
