export async function main(): Promise<void> {
  let n = 3;
  n += 1;
  let size: string | undefined;
  if (n > 3) {
    size = "big";
  }
  console.log(size);
}
