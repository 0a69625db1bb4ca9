export async function main(): Promise<void> {
  let unknown: number;
  for (unknown = 0; unknown <= 0; unknown++) {
    console.log("x");
  }
  unknown = 1;
  console.log("");
  console.log(0);
  console.log("");
}
