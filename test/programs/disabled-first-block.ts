export async function main(): Promise<void> {
  let a: undefined;
  console.log(a);
}
