let kept: (string | number)[];

export async function main(): Promise<void> {
  const mine: (string | number)[] = [1];
  keep(mine);
  mine.push("two");
  console.log(kept);
}

function keep(list: (string | number)[]): void {
  kept = list;
}
