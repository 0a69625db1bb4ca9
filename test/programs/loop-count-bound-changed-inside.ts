export async function main(): Promise<void> {
  let last = 4;
  const step = 1 > last ? -1 : 1;
  for (let i = 1; step >= 0 ? i <= last : i >= last; i += step) {
    last -= 1;
    console.log(i);
  }
}
