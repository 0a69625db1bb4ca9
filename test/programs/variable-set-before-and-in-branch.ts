export async function main(): Promise<void> {
  let size = "small";
  let n = 3;
  n += 1;
  if (n > 3) {
    size = "big";
  }
  console.log(size);
}
