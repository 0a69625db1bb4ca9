export async function main(): Promise<void> {
  let first = true;
  let line: string | undefined;
  for (const x of ["a", "b"]) {
    if (first) {
      line = x;
      first = false;
    } else {
      line = `${line}${x}`;
    }
  }
  console.log(line);
}
