export async function main(): Promise<void> {
  const list: (number | undefined)[] = [1, 2, 3];
  const place = Math.floor(Math.random() * list.length);
  list.splice(place, 0, list.pop());
  const place2 = Math.floor(Math.random() * list.length);
  list[place2] = list.pop();
  const lists = [list];
  const list2 = (lists[0] ?? []) as (number | undefined)[];
  list2.splice(list2.length - 1, 0, list.pop());
  const list3 = (lists[0] ?? []) as (number | undefined)[];
  list3[list3.length - 1] = list.pop();
  console.log(list);
}
