export async function main(): Promise<void> {
  let all: number | undefined;
  for (let i = 1; i <= 2; i++) {
    let row = 0;
    for (let j = 1; j <= 2; j++) {
      row += j;
      all = (all ?? 0) + row;
    }
    console.log(row);
  }
  console.log(all);
}
