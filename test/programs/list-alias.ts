export async function main(): Promise<void> {
  const a: (string | number)[] = [1];
  const b = a;
  b.push("two");
  console.log(a);
}
