export async function main(): Promise<void> {
  const n: number = 1;
  if (n === 1) {
    if (Number(n) === 2) {
      console.log("both");
    } else {
      console.log("one");
    }
  }
}
