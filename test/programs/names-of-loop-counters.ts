export async function main(): Promise<void> {
  let count = 5;
  const index = 6;
  const times = 2;
  const list = [1];
  const times2 = times * 1;
  for (let count2 = 0; count2 < times2; count2++) {
    for (let count3 = 0; count3 < 1; count3++) {
      count += 1;
    }
  }
  for (const index2 in list) {
    const n = list[Number(index2)];
    if (Number(n) < 3) {
      list.push(Number(n) + 1);
    }
  }
  console.log(count);
  console.log(index);
}
