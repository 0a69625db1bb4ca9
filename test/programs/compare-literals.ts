export async function main(): Promise<void> {
  console.log(Number(3) === 4);
  console.log(String("a") !== "b");
  console.log(3 < 4);
  if (Boolean(true) === false) {
    console.log("never");
  }
}
