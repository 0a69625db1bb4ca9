export async function main(): Promise<void> {
  console.log("a,b,c,d".split(",").slice(1, -1));
  console.log([1, 2, 3].slice(-2));
}
