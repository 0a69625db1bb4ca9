export async function main(): Promise<void> {
  let later: number | undefined;
  console.log(later);
  later = 1;
  console.log(later);
}
