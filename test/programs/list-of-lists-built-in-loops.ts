export async function main(): Promise<void> {
  const grid: number[][] = [];
  for (let row = 1; row <= 2; row++) {
    const cells: number[] = [];
    for (let column = 1; column <= 3; column++) {
      cells.push(row * column);
    }
    grid.push(cells);
  }
  console.log(grid);
}
