let list: number[];

export async function main(): Promise<void> {
  list = [0];
  for (const index in list) {
    const x = list[Number(index)];
    grow();
    console.log(x);
  }
  console.log(list);
}

function grow(): void {
  if (list.length < 5) {
    list.push(list.length);
  }
}
