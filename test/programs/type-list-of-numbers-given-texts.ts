export async function main(): Promise<void> {
  const names: (string | number)[] = [1];
  names.push("two");
  console.log(Number(names[0]) * 2);
  console.log(`${names[1]}!`);
}
