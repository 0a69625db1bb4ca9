export async function main(): Promise<void> {
  let n: string | number = 1;
  n = `${n}${2}`;
  console.log(n);
}
