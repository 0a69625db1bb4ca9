export async function main(): Promise<void> {
  console.log(doubled([1, 2]));
  console.log(flat([[1], [2, 3]]));
  console.log(corner([[1]]));
  console.log(total([1, 2]));
}

function doubled(numbers: number[]): number[] {
  const out: number[] = [];
  for (const x of numbers) {
    out.push(x * 2);
  }
  return out;
}

function flat(grid: number[][]): number[] {
  const all: number[] = [];
  for (const row of grid) {
    for (const cell of row) {
      all.push(cell);
    }
  }
  return all;
}

function corner(grid: number[][]): number | undefined {
  return (grid[0] ?? [])[0];
}

function total(numbers: number[]): number {
  return sum(numbers);
}

/** The sum of the numbers in a list. */
function sum(list: number[]): number {
  return list.reduce((total, value) => total + value, 0);
}
