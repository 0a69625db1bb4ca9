export async function main(): Promise<void> {
  for (const n of [1]) {
    console.log(n);
  }
  for (const n of ["one"]) {
    console.log(n);
  }
}
