export async function main(): Promise<void> {
  const list: unknown[] = [];
  list.push(list);
  console.log(list.length);
}
