export async function main(): Promise<void> {
  let n: string | number = 1;
  const step = "2";
  n = (typeof n === "number" ? n : 0) + step;
  console.log(n);
}
