export async function main(): Promise<void> {
  const squares: number[] = [];
  for (let i = 1; i <= 4; i++) {
    squares.push(i * i);
  }
  console.log(sum(squares));
}

/** The sum of the numbers in a list. */
function sum(list: number[]): number {
  return list.reduce((total, value) => total + value, 0);
}
