export async function main(): Promise<void> {
  let x: string | number;
  for (x of [1, 2]) {
    for (x of ["a", "b"]) {
      console.log(x);
    }
    console.log(x);
  }
}
