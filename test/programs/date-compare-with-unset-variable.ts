export async function main(): Promise<void> {
  let a: undefined;
  console.log(new Date("2028-02-29T00:00") > new Date(Number(a)));
}
