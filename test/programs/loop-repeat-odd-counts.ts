export async function main(): Promise<void> {
  for (let count = 0; count < 0; count++) {
    console.log("never");
  }
  const n = 2.5;
  for (let count = 0; count < n; count++) {
    console.log("thrice");
  }
  const m = -1;
  for (let count = 0; count < m; count++) {
    console.log("never");
  }
}
