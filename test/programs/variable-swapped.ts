export async function main(): Promise<void> {
  let a: string | number = 1;
  let b: string | number = "two";
  const temp = a;
  a = b;
  b = temp;
  console.log(a);
  console.log(b);
}
