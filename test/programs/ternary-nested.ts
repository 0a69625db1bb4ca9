export async function main(): Promise<void> {
  let n = 5;
  n += 1;
  console.log(n < 0 ? "negative" : n === 0 ? "zero" : "positive");
  console.log((n < 0 ? true : false) ? 1 : 2);
}
