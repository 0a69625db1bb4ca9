export async function main(): Promise<void> {
  let name: string | undefined;
  for (name of ["a", "b"]) {
    console.log(name);
  }
  console.log(name);
}
