export async function main(): Promise<void> {
  let rows = 3;
  let columns = 2;
  const gap = 1;
  const size = Math.abs(gap);
  const step = 1 > rows ? -size : size;
  for (let i = 1; step >= 0 ? i <= rows : i >= rows; i += step) {
    const size2 = Math.abs(gap);
    const step2 = 1 > columns ? -size2 : size2;
    for (let j = 1; step2 >= 0 ? j <= columns : j >= columns; j += step2) {
      console.log(j);
      columns += 1;
      j += 1;
    }
    console.log(i);
    rows += 1;
    i += 1;
  }
}
