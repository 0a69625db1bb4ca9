export async function main(): Promise<void> {
  let n: string | number = "5";
  n = (typeof n === "number" ? n : 0) + 1;
  console.log(n);
}
