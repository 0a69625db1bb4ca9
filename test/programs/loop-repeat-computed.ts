export async function main(): Promise<void> {
  const names = ["a", "b"];
  const times = names.length * 2;
  for (let count = 0; count < times; count++) {
    console.log("again");
  }
}
